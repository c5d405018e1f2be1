/**
 * A local server that speaks the parts of Google Sheets v4 and Drive v3 that Sheetway and its neighbours use. It is strict on
 * purpose: what Google refuses is refused, what Google omits is omitted, and what is not emulated answers 501. This package
 * wires the others together and depends on all of them; none of them depends on it.
 */
@NullMarked
package dev.sheetway.emulator;

import org.jspecify.annotations.NullMarked;
