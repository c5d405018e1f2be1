/** The whole stack, six real processes, under kills, faults of Google and people's edits. */
@NullMarked
package dev.sheetway.resilience;

import org.jspecify.annotations.NullMarked;
