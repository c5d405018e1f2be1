/**
 * The model of a spreadsheet: cells, rows, axes with stable ids, structure. Pure; depends on {@code a1} and {@code formula}.
 */
@NullMarked
package dev.sheetway.emulator.grid;

import org.jspecify.annotations.NullMarked;
