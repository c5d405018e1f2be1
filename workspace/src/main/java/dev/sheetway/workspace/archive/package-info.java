/**
 * Backups that need no Drive: a spreadsheet's cells as entered in one compressed file of JSON lines, written whole or not
 * at all and provable from itself.
 *
 * <p>Knows the ports' types and Jackson alone. A file holds cell values: it is readable by its owner only.
 */
@NullMarked
package dev.sheetway.workspace.archive;

import org.jspecify.annotations.NullMarked;
