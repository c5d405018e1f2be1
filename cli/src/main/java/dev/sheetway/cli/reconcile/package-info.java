/**
 * What is known of a spreadsheet from what Sheetway left on it and on its backups alone, held against the journal. Reads
 * only. Pure but for {@link dev.sheetway.cli.reconcile.SheetReading}; may know the ports of {@code workspace}, and the
 * journal's views.
 */
@NullMarked
package dev.sheetway.cli.reconcile;

import org.jspecify.annotations.NullMarked;
