package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A migration and a second request, explored completely: by default with one crash, one duplicate and one edit, with
 * {@code -Dsheetway.saga.scope=wide} with two crashes, two duplicates and one edit. With {@code
 * -Dsheetway.saga.scope=unreduced} the default scope is explored without the reduction as well, and both must agree.
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
        int most = SCOPE.equals("wide") ? 2 : 1;

        Exploration explored = explore(scope(second, most, most, 1), reduction());

        assertThat(explored.ends().size()).isPositive();
    }

    /** Both ways reach the same ends, and with the reduction no world is reached that is not reached without. */
    @ParameterizedTest
    @EnumSource(Second.class)
    void theReductionLosesNothing(Second second) {
        List<Exploration.Scope> scopes = SCOPE.equals("unreduced")
                ? List.of(scope(second, 1, 1, 1))
                : List.of(scope(second, 1, 0, 0), scope(second, 0, 1, 0), scope(second, 0, 0, 1));
        for (Exploration.Scope scope : scopes) {
            Exploration whole = explore(scope, Optional.empty());
            Exploration reduced = explore(scope, reduction());

            assertThat(reduced.ends()).as("ends of %s", scope).isEqualTo(whole.ends());
            assertThat(whole.visited().containsAll(reduced.visited()))
                    .as("worlds of %s", scope)
                    .isTrue();
        }
    }

    private static Exploration.Scope scope(Second second, int crashes, int duplicates, int edits) {
        return new Exploration.Scope(second.requests(), crashes, duplicates, edits);
    }

    private static Optional<Reduction> reduction() {
        return Optional.of(new Reduction(new ServiceRules()));
    }

    private static Exploration explore(Exploration.Scope scope, Optional<Reduction> reduction) {
        long started = System.nanoTime();
        Exploration exploration = new Exploration(scope, reduction);

        Exploration.Size size = exploration.explore(world(new ServiceRules()));

        System.out.printf(
                "explored %s%s with %d crash(es), %d duplicate(s), %d edit(s): %d states, %d transitions, %d ends in"
                        + " %s%n",
                scope.requests().getLast().getClass().getSimpleName(),
                reduction.isPresent() ? "" : " without reduction",
                scope.crashes(),
                scope.duplicates(),
                scope.edits(),
                size.states(),
                size.transitions(),
                size.ends(),
                Duration.ofNanos(System.nanoTime() - started));
        return exploration;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsASlotThatIsNotTaken(boolean reduced) {
        ServiceRules rules = new BrokenServices.NoSlot();
        Exploration exploration = new Exploration(
                scope(Second.ROLLBACK, 1, 0, 0), reduced ? Optional.of(new Reduction(rules)) : Optional.empty());

        assertThatThrownBy(() -> exploration.explore(world(rules))).isInstanceOf(AssertionError.class);
    }

    static World world(ServiceRules rules) {
        return new World(new Saga(), rules, new GoogleAnswers(GoogleAnswers.TakenSlot.REFUSED, false, false, false));
    }
}
