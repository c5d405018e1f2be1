package dev.sheetway.contracts.command;

import java.time.Instant;

/**
 * Somebody looked at what differs from the backup and said that people did it: any number of their edits passes, as
 * little else as before.
 *
 * @param by whoever resumed, as they said
 */
public record EditsAccepted(String by, Instant at) {}
