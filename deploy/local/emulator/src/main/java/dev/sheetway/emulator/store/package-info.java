/**
 * The durable store. An acknowledged write survives {@code kill -9}; a refused one leaves no trace.
 */
@NullMarked
package dev.sheetway.emulator.store;

import org.jspecify.annotations.NullMarked;
