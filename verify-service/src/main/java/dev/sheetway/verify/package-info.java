/**
 * verify-service: proves what a migration did to a sheet, reading only. {@code checks} are pure, {@code smoke}
 * evaluates a plan's assertions, {@code executor} reads through the workspace's {@code SheetReader} and answers commands.
 */
@NullMarked
package dev.sheetway.verify;

import org.jspecify.annotations.NullMarked;
