package dev.sheetway.orchestrator.saga;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that left no migration behind: rejected, steering, or a preview or verification that ended. Remembered so
 * that a copy of it gets no second answer, until a copy would be too old anyway.
 *
 * @param content see {@link RequestContent}; empty when the journal does not tell, then every request of that id counts
 *     as a copy
 * @param at when it was answered
 */
public record AnsweredRequest(String requestId, Optional<String> content, Instant at) {

    /** How many are remembered per spreadsheet: the state must fit into one record. */
    public static final int MOST = 1_024;
}
