package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.journal.JournalEntry.Occasion;
import dev.sheetway.contracts.journal.JournalHeader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Verifications: those that probation schedules, and what their reports lead to. Nothing rolls back by itself here. */
final class ProbationDecisions {
    private static final String REQUESTED_BY = "sheetway/probation";

    private final Progression progression;

    ProbationDecisions(Progression progression) {
        this.progression = progression;
    }

    /**
     * When the sheet's newest migration is to be verified again; empty when it is not on probation, is being verified,
     * or another migration has the spreadsheet.
     */
    static Optional<Instant> due(SpreadsheetState state) {
        return watched(state).flatMap(each -> each.trail().probation()).map(Probation::next);
    }

    private static Optional<Migration> watched(SpreadsheetState state) {
        if (state.live().isPresent()) {
            return Optional.empty();
        }
        return state.newestInEffect()
                .map(MigrationSummary::migrationId)
                .filter(id -> state.previews().stream()
                        .noneMatch(each -> each.trail().verifies().equals(Optional.of(id))))
                .flatMap(state::reversible);
    }

    void tick(Decision decision) {
        Optional<Instant> due = due(decision.state());
        if (due.isPresent() && !decision.clock().isBefore(due.get())) {
            watched(decision.state()).ifPresent(each -> begin(decision, each, due.get()));
        }
    }

    private void begin(Decision decision, Migration watched, Instant due) {
        String requestId = unused(decision.state(), requestIds(watched.id()) + due);
        Acceptance asked = watched.acceptance();
        JournalHeader header = RequestDecisions.header(decision, requestId, asked.planName(), asked.planChecksum());
        decision.add(
                header,
                named -> new JournalEntry.MigrationAccepted(
                        named,
                        requestId,
                        REQUESTED_BY,
                        Kind.VERIFICATION,
                        false,
                        watched.plan(),
                        Optional.of(watched.id()),
                        Optional.empty(),
                        Optional.of(Occasion.PROBATION),
                        asked.traceId().or(() -> Optional.of(TraceId.of(watched.id())))));
        progression.advance(decision, header.migrationId());
    }

    /** Anyone may have used the id that ours would be. */
    private static String unused(SpreadsheetState state, String wanted) {
        String id = wanted;
        while (KnownRequests.isTaken(state, id)) {
            id = id + "'";
        }
        return id;
    }

    /**
     * The verification is over; what it found counts only if nothing wrote to the sheet since it began. On probation
     * people's use of the sheet is no failure; whoever asks for the checks gets their verdict.
     */
    static void end(
            Decision decision,
            Migration verification,
            Leg leg,
            int attempt,
            Optional<StepResult> report,
            Optional<Failure> failure) {
        SpreadsheetState before = decision.state();
        Optional<Departures> found = report.map(each -> each instanceof StepResult.Verified verified
                ? Departures.of(verified.report())
                : new Departures(List.of(), List.of()));
        boolean drift = found.map(each -> !each.drift().isEmpty()).orElse(false);
        boolean scheduled = isScheduled(verification);
        Optional<String> ordinary = found.filter(
                        each -> scheduled && !each.ordinary().isEmpty())
                .map(each -> String.join("; ", each.ordinary()));
        Optional<Failure> counts = ordinary.isPresent() && !drift ? Optional.empty() : failure;
        decision.add(
                verification,
                leg,
                attempt,
                header -> new JournalEntry.VerificationCompleted(header, report, counts, ordinary));
        if (drift && !disturbed(before, verification)) {
            Failure facts = Failure.of(
                    FailureClass.FAILED,
                    "schema-drift",
                    String.join("; ", found.orElseThrow().drift())
                            + "; nothing was written and nothing rolls back by itself; correct the sheet, or roll the"
                            + " migration back while its window is open");
            verification
                    .trail()
                    .verifies()
                    .flatMap(before::reversible)
                    .ifPresent(watched -> drifted(decision, watched, verification.id(), facts));
        }
    }

    /** The first builds did not write the occasion down; a request that imitates theirs gains nothing by it. */
    private static boolean isScheduled(Migration verification) {
        Acceptance asked = verification.acceptance();
        boolean ofTheFirstBuilds = asked.requestedBy().equals(REQUESTED_BY)
                && verification
                        .trail()
                        .verifies()
                        .filter(watched -> asked.requestId().startsWith(requestIds(watched)))
                        .isPresent();
        return asked.occasion().equals(Optional.of(Occasion.PROBATION)) || ofTheFirstBuilds;
    }

    private static String requestIds(MigrationId watched) {
        return "probation/" + watched + "/";
    }

    /** While the log's clock is behind what it once read, everything happens in one instant. */
    private static boolean disturbed(SpreadsheetState state, Migration verification) {
        Instant began = verification.acceptance().at();
        Optional<MigrationId> verified = verification.trail().verifies();
        return state.live().isPresent()
                || state.ended().stream()
                        .filter(each -> !verified.equals(Optional.of(each.migrationId())))
                        .anyMatch(each -> each.acceptance().kind() == Kind.MIGRATION
                                && !each.endedAt().isBefore(began));
    }

    private static void drifted(Decision decision, Migration watched, MigrationId verification, Failure failure) {
        decision.add(
                watched, Direction.FORWARD, header -> new JournalEntry.DriftDetected(header, verification, failure));
    }
}
