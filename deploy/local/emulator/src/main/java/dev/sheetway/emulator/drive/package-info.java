/**
 * The methods of the Drive API that concern spreadsheets, folders and shared drives.
 */
@NullMarked
package dev.sheetway.emulator.drive;

import org.jspecify.annotations.NullMarked;
