package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.MigrationSummary;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.RetryPolicy;
import dev.sheetway.orchestrator.saga.SagaDecider;
import dev.sheetway.orchestrator.saga.SagaFold;
import dev.sheetway.orchestrator.saga.SagaState;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** One run: random inputs and faults first, then everybody recovers and everything must come to its end. */
public final class Simulation {
    private static final SpreadsheetId SHEET = new SpreadsheetId("simulated");
    private static final MigrationPlan PLAN = TestPlans.zeues();
    private static final MigrationPlan ASKING = TestPlans.askingBeforeRollback();
    private static final SagaDecider DECIDER = new SagaDecider(RetryPolicy.DEFAULT);

    private final Random random;
    private final UnaryOperator<SpreadsheetState> storage;
    private final ModelledSheet sheet = new ModelledSheet();
    private final ModelledParticipants participants;
    private final Invariants invariants = new Invariants(sheet);
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<StepEvent> events = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private SpreadsheetState state = SpreadsheetState.untouched(SHEET);
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    /** @param storage what a state goes through between two lives of the process; gives an equal state */
    public Simulation(long seed, UnaryOperator<SpreadsheetState> storage) {
        this.storage = storage;
        random = new Random(seed);
        participants = new ModelledParticipants(sheet, random);
    }

    List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    public void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        recover();
        while (participants.hasLateBatches()) {
            participants.landOneLateBatch();
        }
        invariants.atTheEnd(state);
    }

    private void step() {
        now = now.plusMillis(random.nextInt(5_000));
        switch (random.nextInt(16)) {
            case 0 -> migrate();
            case 1 -> steer(Steering.values()[random.nextInt(Steering.values().length)]);
            case 2 -> repeatARequest();
            case 3 -> crash();
            case 4 -> repeatAnEvent();
            case 5 -> {
                if (participants.hasLateBatches()) {
                    participants.landOneLateBatch();
                }
            }
            case 6 -> tick(Duration.ofSeconds(random.nextInt(400)));
            case 7, 8, 9, 10, 11 -> execute();
            default -> deliver();
        }
    }

    private void migrate() {
        MigrationPlan plan = random.nextInt(4) == 0 ? ASKING : PLAN;
        // one checksum for both: the plan is the model's, not the saga's concern
        request(new Request.Migrate(
                "request-" + requests.size(), SHEET, "ada", random.nextInt(5) == 0, plan, "sha256:same"));
    }

    private void steer(Steering steering) {
        List<MigrationId> known = requests.stream()
                .filter(Request.Migrate.class::isInstance)
                .map(each -> MigrationId.of(SHEET, each.requestId()))
                .toList();
        if (!known.isEmpty()) {
            MigrationId target = known.get(random.nextInt(known.size()));
            request(new Request.Steer("request-" + requests.size(), SHEET, "grace", steering, target, ""));
        }
    }

    private void request(Request request) {
        requests.add(request);
        decide(new Input.Requested(request, now));
    }

    private void repeatARequest() {
        if (!requests.isEmpty()) {
            decide(new Input.Requested(requests.get(random.nextInt(requests.size())), now));
        }
    }

    /** Memory is lost; the journal and what the broker holds are not. */
    private void crash() {
        SpreadsheetState replayed = SpreadsheetState.untouched(SHEET);
        int cut = journal.isEmpty() ? 0 : random.nextInt(journal.size());
        for (JournalEntry entry : journal.subList(0, cut)) {
            replayed = SagaFold.evolve(replayed, entry);
        }
        SpreadsheetState snapshot = replayed;
        for (JournalEntry entry : journal.subList(cut, journal.size())) {
            snapshot = SagaFold.evolve(snapshot, entry);
        }
        assertThat(snapshot).as("fold of the journal is the store").isEqualTo(state);
        assertThat(OutstandingCommands.of(snapshot)).isEqualTo(OutstandingCommands.of(state));
        SpreadsheetState restored = storage.apply(snapshot);
        assertThat(restored).as("what the store keeps").isEqualTo(snapshot);
        state = restored;
        commands.addAll(OutstandingCommands.of(state));
    }

    private void repeatAnEvent() {
        if (!events.isEmpty()) {
            events.add(events.get(random.nextInt(events.size())));
        }
    }

    private void tick(Duration time) {
        now = now.plus(time);
        decide(new Input.Ticked(0));
    }

    private void execute() {
        if (!commands.isEmpty()) {
            Command command = commands.removeFirst();
            invariants.beforeExecution(command);
            participants.execute(command).ifPresent(events::add);
            invariants.afterExecution();
        }
    }

    /** In any order: each service has a topic of its own, and copies wander. */
    private void deliver() {
        if (!events.isEmpty()) {
            decide(new Input.Answered(events.remove(random.nextInt(events.size()))));
        }
    }

    private void decide(Input input) {
        List<Command> before = OutstandingCommands.of(state);
        for (JournalEntry entry : DECIDER.decide(state, input, now)) {
            state = SagaFold.evolve(state, entry);
            journal.add(entry);
            invariants.afterEntry(entry, state);
        }
        OutstandingCommands.of(state).stream()
                .filter(each -> !before.contains(each))
                .forEach(commands::add);
    }

    private void recover() {
        participants.heal();
        for (int rounds = 0; isUnderWay(); rounds++) {
            assertThat(rounds).as("rounds until everything has ended").isLessThan(400);
            while (!commands.isEmpty()) {
                execute();
            }
            while (!events.isEmpty()) {
                deliver();
            }
            state.live().ifPresent(live -> help(live.id(), live.state()));
            tick(Duration.ofMinutes(5));
        }
    }

    private boolean isUnderWay() {
        return state.live().isPresent() || !commands.isEmpty() || !events.isEmpty();
    }

    /** What a person does who has repaired the cause. */
    private void help(MigrationId id, SagaState saga) {
        String requestId = "help-" + requests.size();
        if (saga instanceof SagaState.Paused || saga instanceof SagaState.RollbackStuck) {
            request(new Request.Steer(requestId, SHEET, "grace", Steering.RESUME, id, ""));
        } else if (saga instanceof SagaState.AwaitingApproval) {
            request(new Request.Steer(requestId, SHEET, "grace", Steering.APPROVE, id, ""));
        }
    }

    /** How many migrations ended in which way. */
    List<String> outcomes() {
        return state.ended().stream()
                .map(MigrationSummary::outcome)
                .map(SagaState::name)
                .toList();
    }
}
