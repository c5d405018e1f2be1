package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.request.Request;
import java.util.Optional;

/** What is remembered of requests that were answered before. */
final class KnownRequests {
    private KnownRequests() {}

    /** Whether a request with that id was read before. */
    static boolean isTaken(SpreadsheetState state, String requestId) {
        MigrationId id = MigrationId.of(state.spreadsheetId(), requestId);
        return state.active(id).isPresent()
                || state.ended(id).isPresent()
                || state.answered(requestId).isPresent();
    }

    /** Whether the request says what the one of the same id said; empty when there was none. */
    static Optional<Boolean> sameAsBefore(SpreadsheetState state, Request request) {
        MigrationId id = MigrationId.of(state.spreadsheetId(), request.requestId());
        return state.active(id)
                .map(Migration::acceptance)
                .or(() -> state.ended(id).map(MigrationSummary::acceptance))
                .map(acceptance -> sameContent(acceptance, request))
                .or(() -> state.answered(request.requestId()).map(before -> sameContent(before, request)));
    }

    private static boolean sameContent(Acceptance before, Request request) {
        return switch (request) {
            case Request.Migrate migrate ->
                before.kind() == Kind.MIGRATION
                        && before.planChecksum().equals(migrate.planChecksum())
                        && before.requireApproval() == migrate.requireApproval()
                        && before.waiver().equals(migrate.waiver())
                        && before.requestedBy().equals(migrate.requestedBy());
            case Request.Preview preview ->
                before.kind() == Kind.PREVIEW
                        && before.planChecksum().equals(preview.planChecksum())
                        && before.requestedBy().equals(preview.requestedBy());
            case Request.Verify verify ->
                before.kind() == Kind.VERIFICATION
                        && before.planChecksum().equals(verify.planChecksum())
                        && before.requestedBy().equals(verify.requestedBy());
            case Request.Baseline baseline ->
                before.kind() == Kind.BASELINE
                        && before.planChecksum().equals(baseline.planChecksum())
                        && before.waiver().equals(baseline.waiver())
                        && before.requestedBy().equals(baseline.requestedBy());
            case Request.Steer steer -> false;
        };
    }

    private static boolean sameContent(AnsweredRequest before, Request request) {
        return switch (request) {
            case Request.Migrate migrate ->
                before.kind().isEmpty() && before.planChecksum().equals(migrate.planChecksum());
            case Request.Preview preview ->
                before.kind().orElse(Kind.PREVIEW) == Kind.PREVIEW
                        && before.planChecksum().equals(preview.planChecksum());
            case Request.Verify verify ->
                before.kind().orElse(Kind.VERIFICATION) == Kind.VERIFICATION
                        && before.planChecksum().equals(verify.planChecksum());
            case Request.Baseline baseline ->
                before.kind().isEmpty() && before.planChecksum().equals(baseline.planChecksum());
            case Request.Steer steer -> before.kind().isEmpty();
        };
    }
}
