/** The files of {@code report}: each a pure function of a migration's journal entries and its evidence. */
@NullMarked
package dev.sheetway.cli.report;

import org.jspecify.annotations.NullMarked;
