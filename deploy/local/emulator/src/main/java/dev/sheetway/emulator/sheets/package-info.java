/**
 * The methods of the Sheets API over the model.
 */
@NullMarked
package dev.sheetway.emulator.sheets;

import org.jspecify.annotations.NullMarked;
