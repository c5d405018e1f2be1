/**
 * Workbook files in and out of the emulator: {@link dev.sheetway.emulator.workbook.WorkbookReader} turns an .xlsx or
 * .csv file into a Sheets API v4 {@code Spreadsheet} resource, {@link dev.sheetway.emulator.workbook.WorkbookWriter}
 * turns one back into an .xlsx file, and {@link dev.sheetway.emulator.workbook.WorkbookDiff} compares two .xlsx files
 * without either of them. Depends on Apache POI and Jackson only; nothing of the emulator's server or store may be
 * imported here. Everything is stateless and may be called from any thread, one call per workbook.
 */
@NullMarked
package dev.sheetway.emulator.workbook;

import org.jspecify.annotations.NullMarked;
