/**
 * Puts a spreadsheet back to what a backup of it holds: what differs, in which batches it is written, and the rounds until
 * nothing differs. Depends on the workspace's own types, ports and archives, and on how the gateway finds a record.
 */
@NullMarked
package dev.sheetway.workspace.restore;

import org.jspecify.annotations.NullMarked;
