/**
 * The admin endpoint under {@code /_emulator/}: import, export, counts, faults, settings. Google has nothing like it.
 */
@NullMarked
package dev.sheetway.emulator.admin;

import org.jspecify.annotations.NullMarked;
