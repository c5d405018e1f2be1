package dev.sheetway.workspace.restore;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.restore.SheetImage.Digests;

/**
 * A cell that is to be written.
 *
 * @param cell as the backup has it; blank where it has nothing
 * @param found what stood there when it was compared
 */
record Wanted(Cell cell, Digests found) {}
