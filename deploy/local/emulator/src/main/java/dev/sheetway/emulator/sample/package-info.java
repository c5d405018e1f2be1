/**
 * The sample workbook: a seeded likeness of the sheet whose migration this project re-makes, with its size and its
 * quirks and with invented values only. Written with Apache POI directly, not through the emulator's own writer, so
 * that it can test that writer; depends on {@code workbook} for nothing but reproducible zip archives.
 */
@NullMarked
package dev.sheetway.emulator.sample;

import org.jspecify.annotations.NullMarked;
