/**
 * A1 notation: parsing, resolving against a grid, printing as Google prints it. Pure.
 */
@NullMarked
package dev.sheetway.emulator.a1;

import org.jspecify.annotations.NullMarked;
