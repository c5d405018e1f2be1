package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.orchestrator.saga.Migration;
import dev.sheetway.orchestrator.saga.MigrationSummary;
import dev.sheetway.orchestrator.saga.SagaState;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Appended;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One run, a pure function of its seed: random inputs and faults first, then everybody recovers and everything must come
 * to its end.
 */
public class Schedule {
    private static final int STEPS = 260;
    private static final int ROUNDS = 300;
    private static final MigrationPlan PLAN = TestPlans.zeues();
    private static final MigrationPlan ASKING = TestPlans.askingBeforeRollback();
    private static final List<String> OPERATORS = List.of("ada", "grace");

    final Random random;
    private final World world;
    private int typed = 1_000;

    public Schedule(long seed) {
        this(seed, new Saga(), new ServiceRules());
    }

    public Schedule(long seed, Saga saga) {
        this(seed, saga, new ServiceRules());
    }

    Schedule(long seed, Saga saga, ServiceRules rules) {
        random = new Random(seed);
        // the first draws of neighbouring seeds are alike
        random.nextLong();
        GoogleAnswers google = GoogleAnswers.ALL.get((int) Math.floorMod(seed, (long) GoogleAnswers.ALL.size()));
        world = new World(saga, rules, google);
    }

    World world() {
        return world;
    }

    /** @throws AssertionError when an invariant is broken */
    public void run() {
        request(migrate());
        for (int i = 0; i < STEPS; i++) {
            world.pass(Duration.ofMillis(random.nextInt(4_000)));
            step();
        }
        recover();
        outlast();
        world.invariants().atTheEnd();
    }

    /** What comes long after everything has ended. */
    void outlast() {}

    void step() {
        world.readStale(random.nextInt(3) == 0);
        switch (random.nextInt(48)) {
            case 0 -> request(migrate());
            case 1 -> request(steer());
            case 2 -> repeatARequest();
            case 3 -> orchestratorDies();
            case 4 -> world.kill(anyOf(Participant.values()), random.nextBoolean());
            case 5 -> repeatAnEvent();
            case 6 -> landOneLateBatch();
            case 7 -> elapse();
            case 8 -> skew();
            case 9 -> loseOffsets();
            case 10 -> stranger();
            case 11, 12 -> edit();
            case 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23 -> decide();
            default -> work();
        }
    }

    Request migrate() {
        MigrationPlan plan = plan();
        String id = "request-" + world.requests().size();
        // one checksum for both: the plan is the model's, not the saga's concern
        return switch (random.nextInt(8)) {
            case 0 -> new Request.Verify(id, ModelledOrchestrator.SHEET, anyOf(OPERATORS), plan, "sha256:same");
            case 1 ->
                new Request.Baseline(
                        id, ModelledOrchestrator.SHEET, anyOf(OPERATORS), TestPlans.baseline(), "sha256:base");
            case 2 -> new Request.Preview(id, ModelledOrchestrator.SHEET, anyOf(OPERATORS), plan, "sha256:same");
            default ->
                new Request.Migrate(
                        id, ModelledOrchestrator.SHEET, anyOf(OPERATORS), random.nextInt(6) == 0, plan, "sha256:same");
        };
    }

    MigrationPlan plan() {
        return random.nextInt(4) == 0 ? ASKING : PLAN;
    }

    private Request steer() {
        Request target = anyOf(world.requests());
        MigrationId id = MigrationId.of(ModelledOrchestrator.SHEET, target.requestId());
        return steer(anyOf(Steering.values()), id);
    }

    Request steer(Steering steering, MigrationId id) {
        return new Request.Steer(
                "request-" + world.requests().size(), ModelledOrchestrator.SHEET, anyOf(OPERATORS), steering, id, "");
    }

    void request(Request request) {
        world.request(request);
    }

    private void repeatARequest() {
        Appended old = anyOf(world.orchestrator().intake().records());
        world.orchestrator().intake().append(new Appended(old.input(), world.appended()));
    }

    private void repeatAnEvent() {
        var topic = world.orchestrator().events(anyOf(Participant.values()));
        if (!topic.records().isEmpty()) {
            topic.append(new Appended(anyOf(topic.records()).input(), world.appended()));
        }
    }

    private void orchestratorDies() {
        var waiting = world.orchestrator().inputs().stream()
                .filter(ModelledTopic::hasNext)
                .toList();
        if (!waiting.isEmpty() && random.nextBoolean()) {
            world.decideAndDie(anyOf(waiting));
        } else {
            world.restartOrchestrator();
        }
    }

    void landOneLateBatch() {
        if (!world.late().isEmpty()) {
            world.landLate(world.late().remove(random.nextInt(world.late().size())));
        }
    }

    private void elapse() {
        world.pass(
                switch (random.nextInt(12)) {
                    case 0 -> Duration.ofDays(random.nextInt(9));
                    case 1, 2 -> Duration.ofHours(random.nextInt(30));
                    default -> Duration.ofSeconds(random.nextInt(400));
                });
        world.tick();
    }

    private void skew() {
        Duration skew = Duration.ofHours(random.nextInt(97) - 48L);
        if (random.nextInt(3) == 0) {
            world.skewBroker(skew);
        } else {
            world.skewHost(skew);
        }
    }

    private void loseOffsets() {
        anyOf(world.orchestrator().inputs()).lose(random.nextInt(20));
    }

    private void stranger() {
        world.edit(sheet -> {
            if (sheet.lock().equals(java.util.Optional.of(World.STRANGER))) {
                sheet.unlock(World.STRANGER);
            } else if (sheet.lock().isEmpty()) {
                sheet.lock(World.STRANGER);
            }
        });
    }

    void edit() {
        typed++;
        int value = typed;
        int columns = world.sheet().columns().size();
        world.edit(sheet -> {
            if (random.nextInt(3) == 0) {
                sheet.addForeign(random.nextInt(columns + 1), Map.of(0, value));
            } else {
                sheet.type(random.nextInt(columns), random.nextInt(Column.ROWS), value);
            }
        });
    }

    void decide() {
        var waiting = world.orchestrator().inputs().stream()
                .filter(ModelledTopic::hasNext)
                .toList();
        if (!waiting.isEmpty()) {
            world.decide(anyOf(waiting));
        }
    }

    void work() {
        if (world.executions().isEmpty() || random.nextInt(3) == 0) {
            Participant participant = anyOf(Participant.values());
            if (world.canTake(participant)) {
                world.take(participant);
            }
        } else {
            Fault fault = random.nextInt(12) == 0 ? anyOf(Fault.values()) : Fault.NONE;
            int execution = random.nextInt(world.executions().size());
            boolean answers = world.executions().get(execution).phase() == Execution.Phase.ANSWER;
            if (answers && random.nextInt(40) == 0) {
                world.quarantineAnswer(execution);
            } else {
                world.advance(execution, fault);
            }
        }
    }

    private void recover() {
        world.readStale(false);
        world.help();
        world.repairClocks();
        for (int rounds = 0; isUnderWay(); rounds++) {
            assertThat(rounds).as("I4: rounds until everything has ended").isLessThan(ROUNDS);
            workOff();
            world.orchestrator().states().forEach(state -> state.active().forEach(this::help));
            world.pass(Duration.ofMinutes(5));
            world.tick();
            workOff();
        }
        while (!world.late().isEmpty()) {
            // nobody waits for it
            edit();
            landOneLateBatch();
        }
    }

    void workOff() {
        boolean busy = true;
        while (busy) {
            busy = false;
            for (var topic : world.orchestrator().inputs()) {
                while (topic.hasNext()) {
                    world.decide(topic);
                    busy = true;
                }
            }
            for (Participant participant : Participant.values()) {
                if (world.canTake(participant)) {
                    world.take(participant);
                }
            }
            while (!world.executions().isEmpty()) {
                world.advance(random.nextInt(world.executions().size()), Fault.NONE);
                busy = true;
            }
        }
    }

    private boolean isUnderWay() {
        return world.orchestrator().states().stream()
                        .anyMatch(each -> each.active().findAny().isPresent())
                || world.orchestrator().inputs().stream().anyMatch(ModelledTopic::hasNext)
                || !world.executions().isEmpty();
    }

    /** What a person does who has repaired the cause. */
    private void help(Migration migration) {
        if (migration.state() instanceof SagaState.Paused || migration.state() instanceof SagaState.RollbackStuck) {
            request(steer(Steering.RESUME, migration.id()));
        } else if (migration.state() instanceof SagaState.AwaitingApproval) {
            request(steer(Steering.APPROVE, migration.id()));
        }
    }

    /** How the migrations ended. */
    List<String> outcomes() {
        return world.orchestrator().states().stream()
                .flatMap(each -> each.ended().stream())
                .map(MigrationSummary::outcome)
                .map(SagaState::name)
                .toList();
    }

    <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T anyOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
