/**
 * Strict reading of request bodies and field masks as Google's JSON transcoder does it. Depends on Jackson and on {@code http}'s
 * error type alone.
 */
@NullMarked
package dev.sheetway.emulator.proto;

import org.jspecify.annotations.NullMarked;
