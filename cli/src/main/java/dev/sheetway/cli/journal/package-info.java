/**
 * The journal as people want to see it: where each entry stands, and what the entries of a migration add up to. Pure
 * but for {@link dev.sheetway.cli.journal.JournalReader}.
 */
@NullMarked
package dev.sheetway.cli.journal;

import org.jspecify.annotations.NullMarked;
