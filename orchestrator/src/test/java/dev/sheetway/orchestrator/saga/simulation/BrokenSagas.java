package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.Migration;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Hosts and cores in which one thing is wrong. */
final class BrokenSagas {
    private BrokenSagas() {}

    /** Decides on the time of the machine. */
    static final class WallClock extends Saga {
        @Override
        public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
            return super.decide(state, input, hostClock, hostClock);
        }
    }

    /** Waits until the log's clock has caught up with what it once said. */
    static final class ClockSetBackUnseen extends Saga {
        @Override
        public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
            Instant later = appendTime.isAfter(state.time()) ? appendTime : state.time();
            return super.decide(state, input, later, hostClock);
        }
    }

    /** Records of one spreadsheet meet in different states. */
    static final class KeyedByMigration extends Saga {
        @Override
        public String key(Input input) {
            return switch (input) {
                case Input.Requested requested ->
                    requested.request() instanceof Request.Steer steer
                            ? steer.migrationId().toString()
                            : MigrationId.of(
                                            ModelledOrchestrator.SHEET,
                                            requested.request().requestId())
                                    .toString();
                case Input.Answered answered ->
                    answered.event().header().migrationId().toString();
                case Input other -> super.key(other);
            };
        }
    }

    /** Undoes what was completed, but not the step that failed. */
    static final class FailedStepNotCompensated extends Saga {
        @Override
        public List<Command> outstanding(SpreadsheetState state) {
            return super.outstanding(state).stream()
                    .map(FailedStepNotCompensated::withoutTheNewest)
                    .toList();
        }

        private static Command withoutTheNewest(Command command) {
            if (!(command instanceof Command.ContractSchema contract)) {
                return command;
            }
            List<EffectId> older = contract.forwardEffects()
                    .subList(1, contract.forwardEffects().size());
            return new Command.ContractSchema(contract.header(), contract.plan(), older, contract.expanded());
        }
    }

    /** Takes every request for new. */
    static final class OldRequestsAccepted extends Saga {
        @Override
        public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
            Instant later = appendTime.isAfter(state.time()) ? appendTime : state.time();
            Input young = input instanceof Input.Requested requested
                    ? new Input.Requested(requested.request(), later)
                    : input;
            return super.decide(state, young, appendTime, hostClock);
        }
    }

    /** Takes an answer to an earlier attempt for the answer to this one. */
    static final class AnyAttemptAnswers extends Saga {
        @Override
        public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
            Input taken = input instanceof Input.Answered answered
                    ? OutstandingCommands.of(state).stream()
                            .filter(each -> each.header()
                                    .effectId()
                                    .equals(effect(answered.event().header())))
                            .findFirst()
                            .<Input>map(each -> new Input.Answered(
                                    readdressed(answered.event(), EventHeader.answering(each.header()))))
                            .orElse(input)
                    : input;
            return super.decide(state, taken, appendTime, hostClock);
        }

        private static EffectId effect(EventHeader header) {
            return new EffectId(header.migrationId(), header.step(), header.direction(), header.epoch());
        }

        private static StepEvent readdressed(StepEvent event, EventHeader header) {
            return switch (event) {
                case StepEvent.StepStarted started -> new StepEvent.StepStarted(header);
                case StepEvent.StepProgressed progressed -> progressed;
                case StepEvent.StepCompleted completed -> new StepEvent.StepCompleted(header, completed.result());
                case StepEvent.StepFailed failed ->
                    new StepEvent.StepFailed(header, failed.failure(), failed.evidence());
            };
        }
    }

    /** Rolls a completed migration back because it drifted. */
    static final class DriftRollsBack extends Saga {
        @Override
        public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
            List<JournalEntry> entries = new ArrayList<>(super.decide(state, input, appendTime, hostClock));
            Optional<JournalEntry> drift = entries.stream()
                    .filter(JournalEntry.DriftDetected.class::isInstance)
                    .findFirst();
            drift.ifPresent(entry -> entries.addAll(super.decide(
                    ModelledOrchestrator.fold(state, entries),
                    new Input.Requested(rollback(entry), appendTime),
                    appendTime,
                    hostClock)));
            return entries;
        }

        private static Request rollback(JournalEntry drift) {
            MigrationId id = drift.header().migrationId();
            return new Request.Steer(
                    "drift/" + id, ModelledOrchestrator.SHEET, "sheetway", Request.Steering.ROLLBACK, id, "it drifted");
        }
    }

    /** Remembers in memory what is in no journal: the first of two answers is dropped. */
    static final class HiddenMemory extends Saga {
        private int answers;

        @Override
        public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
            if (input instanceof Input.Answered) {
                answers++;
                return answers % 2 == 1 ? List.of() : super.decide(state, input, appendTime, hostClock);
            }
            return super.decide(state, input, appendTime, hostClock);
        }
    }

    /** Does not send again what was outstanding when the process died, and waits for its answer for ever. */
    static final class DeadlinesForgotten extends Saga {
        @Override
        public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
            boolean waiting = input instanceof Input.Ticked
                    && state.live().isPresent()
                    && !OutstandingCommands.of(state).isEmpty();
            return waiting ? List.of() : super.decide(state, input, appendTime, hostClock);
        }
    }

    /** Has backups removed at completion instead of after the window. */
    static final class BackupsRemovedAtCompletion extends Saga {
        @Override
        public List<Command> outstanding(SpreadsheetState state) {
            return Stream.concat(
                            super.outstanding(state).stream(),
                            state.reversible().stream()
                                    .filter(each ->
                                            each.plan().backup().retention().isPresent())
                                    .map(each -> removal(state, each)))
                    .toList();
        }

        private static Command removal(SpreadsheetState state, Migration completed) {
            CommandHeader header = new CommandHeader(
                    completed.id(),
                    state.spreadsheetId(),
                    Step.REMOVE_BACKUP,
                    Direction.FORWARD,
                    1,
                    1,
                    completed.acceptance().planChecksum());
            List<KeptBackup> backups = completed.trail().results().backup().map(KeptBackup::of).stream()
                    .toList();
            return new Command.RemoveBackup(header, Instant.EPOCH, backups);
        }
    }
}
