/**
 * The words that every Sheetway process shares: identities, steps and their directions. Depends on {@code java..} alone.
 */
@NullMarked
package dev.sheetway.contracts;

import org.jspecify.annotations.NullMarked;
