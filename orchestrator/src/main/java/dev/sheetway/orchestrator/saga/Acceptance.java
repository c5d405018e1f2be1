package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.journal.JournalEntry.Occasion;
import dev.sheetway.contracts.request.Waiver;
import java.time.Instant;
import java.util.Optional;

/**
 * Who asked for a migration, and what exactly.
 *
 * @param requestId the idempotency key
 * @param planChecksum stands for the plan when two requests are compared
 * @param at log-append time
 * @param waiver the safeguard that they go without
 * @param occasion why the saga itself began it; empty when somebody asked
 * @param traceId that the request brought; no decision depends on it
 */
public record Acceptance(
        String requestId,
        String requestedBy,
        Kind kind,
        boolean requireApproval,
        String planName,
        String planChecksum,
        Instant at,
        Optional<Waiver> waiver,
        Optional<Occasion> occasion,
        Optional<TraceId> traceId) {}
