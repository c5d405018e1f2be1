/**
 * A table in few bytes (8 per cell), and what became of the backup's table in the live one: which column is which,
 * which row is which, and which cells differ. Depends on the contracts, the workspace's cell types and {@code java..}
 * alone.
 */
@NullMarked
package dev.sheetway.verify.checks.table;

import org.jspecify.annotations.NullMarked;
