package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.orchestrator.saga.Retention;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A run of plans that give up their backups, through weeks and months. */
public final class RetentionSchedule extends Schedule {
    private static final int ROUNDS = 40;
    private static final Duration ROUND = Duration.ofDays(5);
    private static final List<MigrationPlan> PLANS =
            Stream.of("PT0S", "P1D", "P30D").map(TestPlans::keepingBackupsFor).toList();

    public RetentionSchedule(long seed) {
        this(seed, new Saga(), new ServiceRules());
    }

    public RetentionSchedule(long seed, Saga saga) {
        this(seed, saga, new ServiceRules());
    }

    RetentionSchedule(long seed, Saga saga, ServiceRules rules) {
        super(seed, saga, rules);
    }

    @Override
    MigrationPlan plan() {
        return random.nextInt(4) == 0 ? super.plan() : anyOf(PLANS);
    }

    @Override
    void step() {
        boolean quiet = Invariants.live(world()).isEmpty();
        switch (random.nextInt(12)) {
            case 0 -> {
                // a migration that is under way would not live to see it
                world().pass(
                                quiet
                                        ? Duration.ofHours(random.nextInt(24 * 12))
                                        : Duration.ofSeconds(random.nextInt(60)));
                tick(quiet);
            }
            case 1 -> request(migrate());
            case 2, 3, 4 -> decide();
            case 5, 6, 7 -> work();
            default -> super.step();
        }
    }

    /** Now and then by a clock that runs ahead, for that moment. */
    private void tick(boolean quiet) {
        if (quiet && random.nextInt(4) == 0) {
            world().skewBroker(Duration.ofHours(random.nextInt(49)));
            world().tick();
            world().skewBroker(Duration.ZERO);
        } else {
            world().tick();
        }
    }

    /** Until every backup that a plan gives up is removed, or nobody tries any more. */
    @Override
    void outlast() {
        for (int rounds = 0; isAnyDue(); rounds++) {
            assertThat(rounds).as("rounds until every removal has ended").isLessThan(ROUNDS);
            world().pass(ROUND);
            tick(true);
            for (int i = 0; i < 10; i++) {
                decide();
                work();
            }
            workOff();
        }
    }

    private boolean isAnyDue() {
        return world().orchestrator().states().stream()
                .anyMatch(state -> state.active().findAny().isPresent()
                        || !state.reversible().isEmpty()
                        || retentions(state).anyMatch(RetentionSchedule::isDue));
    }

    private static boolean isDue(Retention retention) {
        return retention.stage() instanceof Retention.Kept || retention.stage() instanceof Retention.Removing;
    }

    private static Stream<Retention> retentions(SpreadsheetState state) {
        return state.ended().stream().flatMap(each -> each.retention().stream());
    }

    /** How removals ended, too. */
    @Override
    List<String> outcomes() {
        Stream<String> removals = world().orchestrator().states().stream()
                .flatMap(RetentionSchedule::retentions)
                .map(each -> each.stage().getClass().getSimpleName());
        return Stream.concat(super.outcomes().stream(), removals).toList();
    }
}
