package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What steering does to a migration that is not under way: a rollback on request, or nothing. */
final class SteeringOfEnded {
    private final Progression progression;

    SteeringOfEnded(Progression progression) {
        this.progression = progression;
    }

    Optional<Rejection> steer(Decision decision, Steer request) {
        SpreadsheetState state = decision.state();
        Optional<MigrationSummary> ended = state.ended(request.migrationId());
        if (ended.isEmpty()) {
            return Optional.of(new Rejection(
                    "unknown-migration",
                    "migration \"" + request.migrationId() + "\" is not known on spreadsheet \""
                            + request.spreadsheetId() + "\": expected the id of one of its migrations; nothing was"
                            + " changed; look it up in the spreadsheet's history"));
        }
        boolean reversible =
                (request.steering() == Request.Steering.ROLLBACK || request.steering() == Request.Steering.RESTORE)
                        && ended.get().outcome() instanceof SagaState.Completed completed
                        && !completed.noop();
        return reversible ? rollBackCompleted(decision, request, ended.get()) : alreadyEnded(request, ended.get());
    }

    private Optional<Rejection> rollBackCompleted(Decision decision, Steer request, MigrationSummary ended) {
        SpreadsheetState state = decision.state();
        Instant windowEnds = ((SagaState.Completed) ended.outcome()).rollbackWindowEnds();
        Optional<Migration> completed = state.reversible(ended.migrationId());
        if (completed.isEmpty() || !decision.clock().isBefore(windowEnds)) {
            return Optional.of(windowOver(decision, ended, windowEnds));
        }
        MigrationSummary newest = state.newestInEffect().orElse(ended);
        if (!newest.migrationId().equals(ended.migrationId())) {
            return Optional.of(new Rejection(
                    "not-the-newest-migration",
                    "migration \"" + ended.migrationId() + "\" is not the newest of spreadsheet \""
                            + state.spreadsheetId() + "\": \"" + newest.migrationId() + "\" is; nothing was changed;"
                            + " roll that one back first"));
        }
        Optional<Rejection> busy = RequestDecisions.busy(state);
        if (busy.isEmpty()) {
            takeBack(decision, request, completed.get());
        }
        return busy;
    }

    private void takeBack(Decision decision, Steer request, Migration completed) {
        if (request.steering() == Request.Steering.RESTORE) {
            progression.restore(decision, completed, request);
        } else {
            progression.rollBack(decision, completed, request);
        }
    }

    private static Rejection windowOver(Decision decision, MigrationSummary ended, Instant windowEnds) {
        return new Rejection(
                "window-over",
                "migration \"" + ended.migrationId() + "\" was completed at " + ended.endedAt()
                        + " and could be rolled back until " + until(decision, ended, windowEnds)
                        + "; nothing was changed; write a plan that changes the schema back");
    }

    private static String until(Decision decision, MigrationSummary ended, Instant windowEnds) {
        if (!decision.clock().isBefore(windowEnds)) {
            return windowEnds + "; the request was read at " + decision.clock();
        }
        Optional<String> overtaken = overtaken(decision.state(), ended);
        if (overtaken.isEmpty() && !decision.at().isBefore(windowEnds)) {
            return windowEnds + "; the log's clock, which reads " + decision.clock()
                    + " now, was past that and was set back";
        }
        return SpreadsheetState.MOST_REVERSIBLE + " others had completed after it" + overtaken.orElse("")
                + "; its window would have ended at " + windowEnds;
    }

    /** The one that was too many, unless it is no longer in effect itself. */
    private static Optional<String> overtaken(SpreadsheetState state, MigrationSummary ended) {
        return state.ended().stream()
                .filter(each -> each.outcome() instanceof SagaState.Completed completed && !completed.noop())
                .filter(each -> each.endedAt().isAfter(ended.endedAt()))
                .sorted(Comparator.comparing(MigrationSummary::endedAt))
                .skip(SpreadsheetState.MOST_REVERSIBLE - 1)
                .findFirst()
                .map(last -> ", the last of them \"" + last.migrationId() + "\" at " + last.endedAt());
    }

    private static Optional<Rejection> alreadyEnded(Steer request, MigrationSummary ended) {
        return Optional.of(new Rejection(
                "already-ended",
                "migration \"" + ended.migrationId() + "\" ended as "
                        + ended.outcome().name() + " at "
                        + ended.endedAt() + ": expected one that can still "
                        + SteeringDecisions.verb(request) + "; nothing was changed"));
    }
}
