package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Waiver;
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
        String content = RequestContent.of(request);
        return switch (KnownRequests.standing(decision.state(), request.requestId(), content)) {
            case KnownRequests.Standing.New unknown -> false;
            case KnownRequests.Standing.Copy copy -> true;
            case KnownRequests.Standing.Reused reused -> {
                reject(decision, request, reused(request, reused.before(), RequestContent.type(content)));
                yield true;
            }
        };
    }

    private static Rejection reused(Request request, String before, String now) {
        return new Rejection(
                "request-id-reused",
                "request id \"" + request.requestId() + "\" was used before on spreadsheet \""
                        + request.spreadsheetId() + "\" with other content, by a request of type " + before
                        + "; this one is of type " + now
                        + ": expected a new id; nothing was changed; send the request again under an id of its own");
    }

    /** Whoever asked a day ago does not expect it to happen now; and it may have happened. */
    boolean isTooOld(Decision decision, Input.Requested requested) {
        Instant published = requested.publishedAt();
        Instant oldest = decision.clock().minus(OLDEST);
        Optional<Instant> forgotten = decision.state().forgotten();
        if (!published.isBefore(oldest) && forgotten.map(published::isAfter).orElse(true)) {
            return false;
        }
        String why = published.isBefore(oldest)
                ? "read at " + decision.clock() + ": expected at most " + OLDEST + " between them"
                : "requests that were answered until "
                        + forgotten.map(Instant::toString).orElse("then")
                        + " are forgotten: it may be one of them";
        reject(
                decision,
                requested.request(),
                new Rejection(
                        "request-too-old",
                        "request \"" + requested.request().requestId() + "\" was published at " + published + " and "
                                + why + "; nothing was changed; " + remedy(decision.clock(), forgotten)));
        return true;
    }

    private static String remedy(Instant clock, Optional<Instant> forgotten) {
        String again = "send it again under a new id";
        return forgotten.filter(clock::isBefore).isEmpty()
                ? again
                : "the log's clock, which reads " + clock + " now, was set back: " + again + " once it has passed that";
    }

    void migrate(Decision decision, Request.Migrate request) {
        Optional<Rejection> rejection =
                busy(decision.state()).or(() -> planChanged(decision.state(), request.plan(), request.planChecksum()));
        if (rejection.isPresent()) {
            reject(decision, request, rejection.get());
            return;
        }
        accept(
                decision,
                request,
                new What(Kind.MIGRATION, request.requireApproval(), request.plan(), Optional.empty(), request.waiver()),
                request.planChecksum());
    }

    void preview(Decision decision, Request.Preview request) {
        Optional<Rejection> rejection = tooManyReaders(decision.state());
        if (rejection.isPresent()) {
            reject(decision, request, rejection.get());
            return;
        }
        accept(decision, request, What.of(Kind.PREVIEW, request.plan()), request.planChecksum());
    }

    private static Optional<Rejection> tooManyReaders(SpreadsheetState state) {
        return state.previews().size() < MOST_PREVIEWS
                ? Optional.empty()
                : Optional.of(new Rejection(
                        "too-many-previews",
                        MOST_PREVIEWS + " previews and verifications of spreadsheet \"" + state.spreadsheetId()
                                + "\" are under way: expected fewer; nothing was changed; wait for one to end"));
    }

    void verify(Decision decision, Request.Verify request) {
        SpreadsheetState state = decision.state();
        Optional<Migration> completed = state.newestInEffect().flatMap(each -> state.reversible(each.migrationId()));
        Optional<Rejection> rejection = busy(state)
                .or(() -> tooManyReaders(state))
                .or(() -> nothingToVerify(state, completed, request.planChecksum()));
        if (rejection.isPresent()) {
            reject(decision, request, rejection.get());
            return;
        }
        accept(
                decision,
                request,
                new What(Kind.VERIFICATION, false, request.plan(), completed.map(Migration::id), Optional.empty()),
                request.planChecksum());
    }

    private static Optional<Rejection> nothingToVerify(
            SpreadsheetState state, Optional<Migration> completed, String checksum) {
        return completed
                        .filter(each -> each.acceptance().planChecksum().equals(checksum))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Rejection(
                                "nothing-to-verify",
                                "the newest completed migration of spreadsheet \"" + state.spreadsheetId() + "\" is "
                                        + completed
                                                .map(each -> "\"" + each.id() + "\" with a plan of checksum "
                                                        + each.acceptance().planChecksum())
                                                .orElse("none that is inside its rollback window")
                                        + ": expected one of checksum " + checksum
                                        + "; nothing was read; verify with the plan that was applied, while its backup is kept"));
    }

    void baseline(Decision decision, Request.Baseline request) {
        Optional<Rejection> rejection = busy(decision.state());
        if (rejection.isPresent()) {
            reject(decision, request, rejection.get());
            return;
        }
        accept(
                decision,
                request,
                new What(Kind.BASELINE, false, request.plan(), Optional.empty(), request.waiver()),
                request.planChecksum());
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

    private record What(
            Kind kind,
            boolean requireApproval,
            MigrationPlan plan,
            Optional<MigrationId> verifies,
            Optional<Waiver> waiver) {

        static What of(Kind kind, MigrationPlan plan) {
            return new What(kind, false, plan, Optional.empty(), Optional.empty());
        }
    }

    private void accept(Decision decision, Request request, What what, String planChecksum) {
        JournalHeader header = header(decision, request.requestId(), what.plan().name(), planChecksum);
        decision.add(
                header,
                named -> new JournalEntry.MigrationAccepted(
                        named,
                        request.requestId(),
                        request.requestedBy(),
                        what.kind(),
                        what.requireApproval(),
                        what.plan(),
                        what.verifies(),
                        what.waiver(),
                        Optional.empty(),
                        decision.trace().filter(trace -> !trace.equals(TraceId.of(header.migrationId())))));
        progression.advance(decision, header.migrationId());
    }

    private static void reject(Decision decision, Request request, Rejection rejection) {
        JournalHeader header =
                switch (request) {
                    case Request.Migrate migrate ->
                        header(decision, request.requestId(), migrate.plan().name(), migrate.planChecksum());
                    case Request.Preview preview ->
                        header(decision, request.requestId(), preview.plan().name(), preview.planChecksum());
                    case Request.Verify verify ->
                        header(decision, request.requestId(), verify.plan().name(), verify.planChecksum());
                    case Request.Baseline baseline ->
                        header(decision, request.requestId(), baseline.plan().name(), baseline.planChecksum());
                    case Request.Steer steer -> SteeringDecisions.header(decision, steer.migrationId());
                };
        decision.add(
                header,
                named -> new JournalEntry.MigrationRejected(
                        named,
                        request.requestId(),
                        request.requestedBy(),
                        rejection.code(),
                        rejection.message(),
                        Optional.of(RequestContent.of(request))));
    }

    /** Under a known id, too: the reason why it is invalid says more than that the id was used before. */
    void invalid(Decision decision, Input.Invalid invalid) {
        String content = RequestContent.of(invalid);
        if (KnownRequests.standing(decision.state(), invalid.requestId(), content)
                instanceof KnownRequests.Standing.Copy) {
            return;
        }
        decision.add(
                invalid.about()
                        .map(about -> SteeringDecisions.header(decision, about))
                        .orElseGet(() -> header(decision, invalid.requestId(), "", "")),
                named -> new JournalEntry.MigrationRejected(
                        named,
                        invalid.requestId(),
                        invalid.requestedBy(),
                        invalid.code(),
                        invalid.message(),
                        Optional.of(content)));
    }

    static JournalHeader header(Decision decision, String requestId, String planName, String planChecksum) {
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
                decision.at(),
                decision.clockSetBack());
    }
}
