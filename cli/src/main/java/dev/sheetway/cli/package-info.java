/**
 * The {@code sheetway} command: publishes requests, reads the journal, steers the one-machine stack. It decides nothing
 * about a migration; whatever it shows stands in the journal.
 */
@NullMarked
package dev.sheetway.cli;

import org.jspecify.annotations.NullMarked;
