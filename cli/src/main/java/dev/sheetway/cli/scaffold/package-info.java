/** A plan begun from the live header: guesses with their reasons, and the YAML of it. Pure but for the reader. */
@NullMarked
package dev.sheetway.cli.scaffold;

import org.jspecify.annotations.NullMarked;
