/**
 * The orchestrator's decided facts: folding the entries of a migration in order gives its state.
 */
@NullMarked
package dev.sheetway.contracts.journal;

import org.jspecify.annotations.NullMarked;
