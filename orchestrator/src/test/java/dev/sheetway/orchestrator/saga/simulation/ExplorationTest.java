package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A migration and a second request, explored completely: by default with one crash, one duplicate and one edit for two
 * migrations, and one of them for a rollback; with {@code -Dsheetway.saga.scope=full} with all of them for both, with
 * {@code wide} with two crashes and two duplicates.
 */
class ExplorationTest {
    private static final String SCOPE = System.getProperty("sheetway.saga.scope", "");
    private static final Request FIRST = migrate("first");

    enum Second {
        ANOTHER_MIGRATION(migrate("second")),
        ROLLBACK(steer(Steering.ROLLBACK));

        private final List<Request> requests;

        List<Request> requests() {
            return requests;
        }

        Second(Request second) {
            requests = List.of(FIRST, second);
        }
    }

    private static Request migrate(String id) {
        return new Request.Migrate(id, ModelledOrchestrator.SHEET, "ada", false, TestPlans.zeues(), "sha256:same");
    }

    private static Request steer(Steering steering) {
        return new Request.Steer(
                "second",
                ModelledOrchestrator.SHEET,
                "grace",
                steering,
                MigrationId.of(ModelledOrchestrator.SHEET, "first"),
                "");
    }

    @ParameterizedTest
    @EnumSource(Second.class)
    void everyInterleavingKeepsEveryInvariant(Second second) {
        switch (SCOPE) {
            case "full" -> explore(second, 1, 1, 1);
            case "wide" -> explore(second, 2, 2, 1);
            default -> {
                if (second == Second.ANOTHER_MIGRATION) {
                    explore(second, 1, 1, 1);
                } else {
                    explore(second, 1, 0, 0);
                    explore(second, 0, 1, 0);
                    explore(second, 0, 0, 1);
                }
            }
        }
    }

    private static void explore(Second second, int crashes, int duplicates, int edits) {
        long started = System.nanoTime();

        Exploration.Size size = new Exploration(new Exploration.Scope(second.requests(), crashes, duplicates, edits))
                .explore(world(new ServiceRules()));

        System.out.printf(
                "explored %s with %d crash(es), %d duplicate(s), %d edit(s): %d states, %d transitions, %d ends in %s%n",
                second,
                crashes,
                duplicates,
                edits,
                size.states(),
                size.transitions(),
                size.ends(),
                Duration.ofNanos(System.nanoTime() - started));
        assertThat(size.ends()).isPositive();
    }

    @Test
    void findsASlotThatIsNotTaken() {
        assertThatThrownBy(() -> new Exploration(new Exploration.Scope(Second.ROLLBACK.requests(), 1, 0, 0))
                        .explore(world(new BrokenServices.NoSlot())))
                .isInstanceOf(AssertionError.class);
    }

    static World world(ServiceRules rules) {
        return new World(new Saga(), rules, new GoogleAnswers(GoogleAnswers.TakenSlot.REFUSED, false, false, false));
    }
}
