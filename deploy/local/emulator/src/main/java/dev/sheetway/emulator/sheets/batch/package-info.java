/**
 * The request kinds of {@code spreadsheets.batchUpdate}, one class per family.
 */
@NullMarked
package dev.sheetway.emulator.sheets.batch;

import org.jspecify.annotations.NullMarked;
