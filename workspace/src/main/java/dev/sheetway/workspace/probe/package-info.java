/**
 * Asks Google, in tabs of its own, what nobody has proven yet, and records the answers. The same experiments run against
 * the emulator in the build and against a real account for {@code doctor --probe-google}. Talks plain JSON through
 * {@code google.RawGoogle}, so that nothing of a client stands between question and answer.
 */
@NullMarked
package dev.sheetway.workspace.probe;

import org.jspecify.annotations.NullMarked;
