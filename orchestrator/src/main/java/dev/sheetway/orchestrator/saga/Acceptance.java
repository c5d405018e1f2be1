package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.journal.JournalEntry.Kind;
import java.time.Instant;

/**
 * Who asked for a migration, and what exactly.
 *
 * @param requestId the idempotency key
 * @param planChecksum stands for the plan when two requests are compared
 * @param at log-append time
 */
public record Acceptance(
        String requestId,
        String requestedBy,
        Kind kind,
        boolean requireApproval,
        String planName,
        String planChecksum,
        Instant at) {}
