/**
 * The marks that Sheetway leaves on a spreadsheet (anchors, lock, schema version, records of effects) and their JSON.
 * Depends on contracts, the workspace's ports and Jackson alone; reads and writes nothing.
 */
@NullMarked
package dev.sheetway.schema.mark;

import org.jspecify.annotations.NullMarked;
