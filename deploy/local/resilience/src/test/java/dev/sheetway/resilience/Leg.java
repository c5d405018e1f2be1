package dev.sheetway.resilience;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.Step;
import dev.sheetway.launcher.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step in one direction, as the saga takes them. */
record Leg(Step step, Direction direction) {
    static final List<Leg> FORWARD = Step.untilCompletion().stream()
            .map(step -> new Leg(step, Direction.FORWARD))
            .toList();
    /** Those before which another service works: there the service of the leg can be held before it is commanded. */
    static final List<Leg> ROLLBACK = Stream.of(Step.EXPAND, Step.VERIFY, Step.CLOSE)
            .map(step -> new Leg(step, Direction.ROLLBACK))
            .toList();

    /** Who takes the leg's command. */
    Participant service() {
        return switch (step) {
            case OPEN, EXPAND, INITIALISE, CLOSE -> Participant.SCHEMA;
            case BACKUP, REMOVE_BACKUP -> Participant.BACKUP;
            case VERIFY, SMOKE -> Participant.VERIFY;
        };
    }

    /** The process of {@link #service}. */
    Part participant() {
        return switch (service()) {
            case SCHEMA -> Part.SCHEMA_SERVICE;
            case BACKUP -> Part.BACKUP_SERVICE;
            case VERIFY -> Part.VERIFY_SERVICE;
        };
    }

    /** The leg before it, of another service; empty for the first. */
    Optional<Leg> before() {
        if (direction == Direction.FORWARD) {
            return step == Step.OPEN ? Optional.empty() : Optional.of(FORWARD.get(step.ordinal() - 1));
        }
        return Optional.of(
                switch (step) {
                    case EXPAND -> new Leg(Step.VERIFY, Direction.FORWARD); // which fails
                    case VERIFY -> new Leg(Step.EXPAND, Direction.ROLLBACK);
                    case CLOSE -> new Leg(Step.VERIFY, Direction.ROLLBACK); // smoke is of the same service
                    case OPEN, BACKUP, INITIALISE, SMOKE, REMOVE_BACKUP ->
                        throw new IllegalStateException(this + " is no such leg");
                });
    }

    /** The method that is the leg's effect, or its reading where it has none. */
    String method() {
        return switch (step) {
            case OPEN, EXPAND, INITIALISE, CLOSE -> "sheets.spreadsheets.batchUpdate";
            case BACKUP -> "drive.files.copy";
            case REMOVE_BACKUP -> "drive.files.update";
            case VERIFY, SMOKE -> "sheets.spreadsheets.get";
        };
    }

    @Override
    public String toString() {
        return step.wireName() + (direction == Direction.ROLLBACK ? " (rollback)" : "");
    }
}
