/** Reads of the live sheet by the command itself, with its own read-only credential; nothing here writes. */
@NullMarked
package dev.sheetway.cli.live;

import org.jspecify.annotations.NullMarked;
