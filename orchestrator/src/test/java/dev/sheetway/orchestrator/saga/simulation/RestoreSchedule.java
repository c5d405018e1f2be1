package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.saga.Leg;
import dev.sheetway.orchestrator.saga.Migration;
import dev.sheetway.orchestrator.saga.SagaState;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run in which people restore from the backup again and again and go on typing, while schema-service is away for long,
 * so that a restore overtakes a contraction that has not even taken its slots, and batches land long after their senders
 * gave up. Such things come together too rarely in {@link Schedule}.
 */
public final class RestoreSchedule extends Schedule {
    /** With hours between them the budget of a series is used up. */
    private static final int UNANSWERED = 4;

    private static final Leg CONTRACTION = new Leg(Step.EXPAND, Direction.ROLLBACK);

    private boolean away;

    public RestoreSchedule(long seed) {
        this(seed, new Saga(), new ServiceRules());
    }

    RestoreSchedule(long seed, Saga saga, ServiceRules rules) {
        super(seed, saga, rules);
    }

    @Override
    void step() {
        switch (random.nextInt(24)) {
            case 0 -> super.step();
            case 1, 2 -> wish();
            case 3, 4 -> edit();
            case 5 -> away = random.nextInt(3) > 0;
            case 6 -> landOneLateBatch();
            case 14 -> world().tick();
            case 7, 8, 9, 10, 11, 12, 13 -> decide();
            default -> work();
        }
    }

    /** Of what is under way, or of what was completed last. */
    private void wish() {
        Optional<Migration> target = world().orchestrator().states().stream()
                .flatMap(RestoreSchedule::restorable)
                .findFirst();
        if (target.isEmpty()) {
            request(migrate());
        } else if (away && isContracting(target.get())) {
            waitInVain();
        } else {
            request(steer(wish(target.get()), target.get().id()));
        }
    }

    private static boolean isContracting(Migration migration) {
        return switch (migration.state()) {
            case SagaState.RollingBack undoing -> undoing.outstanding().leg().equals(CONTRACTION);
            case SagaState.AwaitingRetry waiting -> waiting.leg().equals(CONTRACTION);
            case SagaState other -> false;
        };
    }

    /** Until the contraction waits for a person. */
    private void waitInVain() {
        ModelledTopic intake = world().orchestrator().intake();
        for (int i = 0; i < UNANSWERED; i++) {
            world().pass(Duration.ofHours(3));
            world().tick();
            while (intake.hasNext()) {
                world().decide(intake);
            }
        }
    }

    private static Stream<Migration> restorable(SpreadsheetState state) {
        return Stream.concat(state.live().stream(), state.reversible().reversed().stream());
    }

    /** Whoever asks again while the contraction that comes before a restore waits for a person, overtakes it. */
    private Steering wish(Migration migration) {
        return switch (migration.state()) {
            case SagaState.RollingBack undoing -> random.nextBoolean() ? Steering.PAUSE : Steering.RESTORE;
            case SagaState.Paused paused -> random.nextInt(3) == 0 ? Steering.RESUME : Steering.RESTORE;
            case SagaState.AwaitingApproval waiting -> Steering.APPROVE;
            case SagaState other -> {
                away = random.nextBoolean();
                yield Steering.RESTORE;
            }
        };
    }

    @Override
    void work() {
        Participant participant = anyOf(Participant.values());
        if (isAway(participant)) {
            return;
        }
        if (world().canTake(participant)) {
            if (participant == Participant.VERIFY && random.nextInt(3) == 0) {
                landOneLateBatch(); // between what was written and the look at it
            }
            world().take(participant);
            return;
        }
        List<Integer> own = Stream.iterate(0, i -> i < world().executions().size(), i -> i + 1)
                .filter(i -> world().executions().get(i).command().participant() == participant)
                .toList();
        if (random.nextInt(30) == 0) {
            world().kill(participant, true);
        } else if (!own.isEmpty()) {
            int execution = anyOf(own);
            world().advance(execution, fault(world().executions().get(execution)));
        }
    }

    private boolean isAway(Participant participant) {
        return away && participant == Participant.SCHEMA;
    }

    private Fault fault(Execution execution) {
        return switch (execution.phase()) {
            case ACT -> random.nextInt(3) > 0 ? Fault.LATE : Fault.NONE;
            case LOOK -> random.nextInt(20) == 0 ? anyOf(Fault.values()) : Fault.NONE;
            case FENCE, LOOK_AGAIN, ANSWER, ACK -> Fault.NONE;
        };
    }
}
