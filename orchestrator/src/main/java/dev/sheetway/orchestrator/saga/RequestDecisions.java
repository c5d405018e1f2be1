package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a request starts something. */
final class RequestDecisions {
    static final Duration OLDEST = Duration.ofHours(24);
    /** Each holds its plan in the spreadsheet's state. */
    static final int MOST_PREVIEWS = 8;

    private final Progression progression;

    RequestDecisions(Progression progression) {
        this.progression = progression;
    }

    /** A copy of a request that was answered before is ignored; other content under its id is rejected. */
    boolean isKnown(Decision decision, Request request) {
        Optional<Boolean> same = sameAsBefore(decision.state(), request);
        if (same.isPresent() && !same.get()) {
            reject(
                    decision,
                    request,
                    new Rejection(
                            "request-id-reused",
                            "request id \"" + request.requestId() + "\" was used before on spreadsheet \""
                                    + request.spreadsheetId()
                                    + "\" with other content: expected a new id; nothing was changed; send the request"
                                    + " again under an id of its own"));
        }
        return same.isPresent();
    }

    private static Optional<Boolean> sameAsBefore(SpreadsheetState state, Request request) {
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
                        && before.requestedBy().equals(migrate.requestedBy());
            case Request.Preview preview ->
                before.kind() == Kind.PREVIEW
                        && before.planChecksum().equals(preview.planChecksum())
                        && before.requestedBy().equals(preview.requestedBy());
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
            case Request.Steer steer -> before.kind().isEmpty();
        };
    }

    /** Whoever asked a day ago does not expect it to happen now. */
    boolean isTooOld(Decision decision, Input.Requested requested) {
        Instant published = requested.publishedAt();
        boolean tooOld = decision.at().isAfter(published.plus(OLDEST));
        if (tooOld) {
            reject(
                    decision,
                    requested.request(),
                    new Rejection(
                            "request-too-old",
                            "request \"" + requested.request().requestId() + "\" was published at " + published
                                    + " and read at " + decision.at() + ": expected at most " + OLDEST
                                    + " between them; nothing was changed; send it again under a new id"));
        }
        return tooOld;
    }

    void migrate(Decision decision, Request.Migrate request) {
        Optional<Rejection> rejection =
                busy(decision.state()).or(() -> planChanged(decision.state(), request.plan(), request.planChecksum()));
        if (rejection.isPresent()) {
            reject(decision, request, rejection.get());
            return;
        }
        accept(decision, request, Kind.MIGRATION, request.requireApproval(), request.plan(), request.planChecksum());
    }

    void preview(Decision decision, Request.Preview request) {
        if (decision.state().previews().size() >= MOST_PREVIEWS) {
            reject(
                    decision,
                    request,
                    new Rejection(
                            "too-many-previews",
                            MOST_PREVIEWS + " previews of spreadsheet \"" + request.spreadsheetId()
                                    + "\" are under way: expected fewer; nothing was changed; wait for one to end"));
            return;
        }
        accept(decision, request, Kind.PREVIEW, false, request.plan(), request.planChecksum());
    }

    static Optional<Rejection> busy(SpreadsheetState state) {
        return state.live()
                .map(running -> new Rejection(
                        "spreadsheet-busy",
                        "migration \"" + running.id() + "\" (plan \""
                                + running.acceptance().planName() + "\", state "
                                + running.state().name() + ") has spreadsheet \"" + state.spreadsheetId()
                                + "\": expected none; nothing was changed; wait for it to end or steer it"));
    }

    private static Optional<Rejection> planChanged(SpreadsheetState state, MigrationPlan plan, String checksum) {
        return state.ended().stream()
                .filter(MigrationSummary::inEffect)
                .filter(each -> each.acceptance().planName().equals(plan.name())
                        && each.to().equals(plan.to())
                        && !each.acceptance().planChecksum().equals(checksum))
                .findFirst()
                .map(before -> new Rejection(
                        "plan-changed",
                        "plan \"" + plan.name() + "\" to version \"" + plan.to() + "\" has checksum " + checksum
                                + ": expected " + before.acceptance().planChecksum()
                                + " as completed by migration \"" + before.migrationId()
                                + "\"; nothing was changed; give the change a plan and a version of its own"));
    }

    private void accept(
            Decision decision,
            Request request,
            Kind kind,
            boolean requireApproval,
            MigrationPlan plan,
            String planChecksum) {
        JournalHeader header = header(decision, request.requestId(), plan.name(), planChecksum);
        decision.add(
                header,
                named -> new JournalEntry.MigrationAccepted(
                        named, request.requestId(), request.requestedBy(), kind, requireApproval, plan));
        progression.advance(decision, header.migrationId());
    }

    private static void reject(Decision decision, Request request, Rejection rejection) {
        JournalHeader header =
                switch (request) {
                    case Request.Migrate migrate ->
                        header(decision, request.requestId(), migrate.plan().name(), migrate.planChecksum());
                    case Request.Preview preview ->
                        header(decision, request.requestId(), preview.plan().name(), preview.planChecksum());
                    case Request.Steer steer -> SteeringDecisions.header(decision, steer);
                };
        decision.add(
                header,
                named -> new JournalEntry.MigrationRejected(
                        named, request.requestId(), request.requestedBy(), rejection.code(), rejection.message()));
    }

    /** Content that cannot be compared: a second answer to the same id would be noise. */
    void invalid(Decision decision, Input.Invalid invalid) {
        if (decision.state().answered(invalid.requestId()).isPresent()) {
            return;
        }
        decision.add(
                header(decision, invalid.requestId(), "", ""),
                named -> new JournalEntry.MigrationRejected(
                        named, invalid.requestId(), invalid.requestedBy(), invalid.code(), invalid.message()));
    }

    private static JournalHeader header(Decision decision, String requestId, String planName, String planChecksum) {
        SpreadsheetId spreadsheetId = decision.state().spreadsheetId();
        return new JournalHeader(
                MigrationId.of(spreadsheetId, requestId),
                spreadsheetId,
                planName,
                planChecksum,
                Optional.empty(),
                Direction.FORWARD,
                0,
                "",
                decision.at());
    }
}
