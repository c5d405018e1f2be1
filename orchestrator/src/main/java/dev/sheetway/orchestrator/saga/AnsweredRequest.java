package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.journal.JournalEntry.Kind;
import java.util.Optional;

/**
 * A request that left no migration behind: rejected, steering, or a preview or verification that ended. The last ones are remembered, so
 * that a copy of a request gets no second answer.
 *
 * @param kind of a preview or verification; empty for the rest
 * @param planChecksum as in the answer's header; empty text when no plan was known
 */
public record AnsweredRequest(String requestId, Optional<Kind> kind, String planChecksum) {

    /** How many are remembered per spreadsheet. */
    public static final int MOST = 128;
}
