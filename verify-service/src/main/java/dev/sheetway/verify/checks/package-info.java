/**
 * The seven checks of a migration and the four of a rollback: streams of rows in, a {@code CheckReport} out. Depends on
 * the contracts, the workspace's cell types and {@code java..} alone; no clock, no I/O, no logger.
 */
@NullMarked
package dev.sheetway.verify.checks;

import org.jspecify.annotations.NullMarked;
