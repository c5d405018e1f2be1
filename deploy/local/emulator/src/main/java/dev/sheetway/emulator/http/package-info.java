/**
 * The HTTP shell: request decoding, routing, error bodies, scopes and fault points. Knows nothing about sheets.
 */
@NullMarked
package dev.sheetway.emulator.http;

import org.jspecify.annotations.NullMarked;
