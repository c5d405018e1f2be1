package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Failure;
import java.time.Instant;
import java.util.Optional;

/** Where a migration or a preview stands. */
public sealed interface SagaState {

    /** The name on the wire: constant, upper case. */
    String name();

    /** A state in which a migration rests between inputs. */
    sealed interface Resting extends SagaState {}

    /** A state that lasts from one entry of a decision to the next and is never stored. */
    sealed interface Passing extends SagaState {
        Direction direction();

        /** That of the state in which a migration rests while it moves in this direction. */
        @Override
        default String name() {
            return direction() == Direction.FORWARD ? "RUNNING" : "ROLLING_BACK";
        }
    }

    /** A state without successor. */
    sealed interface Ended extends SagaState {}

    /**
     * The step before has ended well and the next one is due.
     *
     * @param next empty when the direction has come to its end
     */
    record Advancing(Direction direction, Optional<Step> next) implements Passing {}

    /** The step failed and what follows from it is about to be decided. */
    record Faltering(Outstanding failed, Failure failure) implements Passing {
        @Override
        public Direction direction() {
            return failed.leg().direction();
        }
    }

    /** A participant works on a forward step. */
    record Running(Outstanding outstanding) implements Resting {
        @Override
        public String name() {
            return "RUNNING";
        }
    }

    /** A participant works on undoing a step, or on proving that it is undone. */
    record RollingBack(Outstanding outstanding) implements Resting {
        @Override
        public String name() {
            return "ROLLING_BACK";
        }
    }

    /**
     * An attempt failed in a way that may pass; the next one is commanded at {@code notBefore}.
     *
     * @param since what the log's clock read when the wait began; empty in states of older releases
     */
    record AwaitingRetry(Leg leg, Series series, Instant notBefore, Optional<Instant> since) implements Resting {
        @Override
        public String name() {
            return "AWAITING_RETRY";
        }
    }

    /** The backup is there and nothing is written yet; a person approves or cancels. */
    record AwaitingApproval() implements Resting {
        @Override
        public String name() {
            return "AWAITING_APPROVAL";
        }
    }

    /** Nothing happens until a person resumes at {@code leg}, cancels or rolls back. */
    record Paused(Leg leg, String code) implements Resting {
        @Override
        public String name() {
            return "PAUSED";
        }
    }

    /** The rollback could not finish at {@code leg}: a person repairs the cause and resumes; the spreadsheet stays locked. */
    record RollbackStuck(Leg leg, Failure failure) implements Resting {
        @Override
        public String name() {
            return "ROLLBACK_STUCK";
        }
    }

    /** The spreadsheet has the plan's target schema; it may be rolled back on request until the window closes. */
    record Completed(boolean noop, Instant rollbackWindowEnds) implements Ended {
        @Override
        public String name() {
            return "COMPLETED";
        }
    }

    /** Nothing of the migration is left on the spreadsheet but its records. */
    record RolledBack(String reason) implements Ended {
        @Override
        public String name() {
            return "ROLLED_BACK";
        }
    }

    /** The whole spreadsheet is as its backup was. */
    record Restored(String reason) implements Ended {
        @Override
        public String name() {
            return "RESTORED";
        }
    }

    /** The sheet is known with a version; no cell was changed. */
    record Baselined() implements Ended {
        @Override
        public String name() {
            return "BASELINED";
        }
    }

    /** The checks were run, or could not be. */
    record Verified(boolean success) implements Ended {
        @Override
        public String name() {
            return success ? "VERIFIED" : "VERIFICATION_FAILED";
        }
    }

    /** The open step said no; nothing was written. */
    record Refused(String code) implements Ended {
        @Override
        public String name() {
            return "REFUSED";
        }
    }

    /** What the plan would do is known. */
    record Previewed() implements Ended {
        @Override
        public String name() {
            return "PREVIEWED";
        }
    }

    /** What the plan would do could not be found out. */
    record PreviewFailed(String code) implements Ended {
        @Override
        public String name() {
            return "PREVIEW_FAILED";
        }
    }
}
