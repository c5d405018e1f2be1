package dev.sheetway.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.orchestrator.saga.DueTimes;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.Retention;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.RetentionSchedule;
import dev.sheetway.orchestrator.saga.simulation.Saga;
import dev.sheetway.orchestrator.saga.simulation.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredStateTest {
    private static final long FIRST = 10_000;
    private static final int SEEDS = 60;

    @Test
    void keepsEveryStateThatARunComesThrough() {
        Met met = new Met();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            new Schedule(seed, met).run();
        }
        assertThat(met.states).isGreaterThan(3 * SEEDS);
    }

    @Test
    void keepsEveryStateOfBackupsThatArePlannedToGo() {
        Met met = new Met();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            new RetentionSchedule(seed, met).run();
        }
        assertThat(met.states).isGreaterThan(3 * SEEDS);
        assertThat(met.stages)
                .as("the fourth is below: hardly a run gives up")
                .containsExactlyInAnyOrder(Retention.Kept.class, Retention.Removing.class, Retention.Removed.class);
    }

    /** Without when an answer was last heard of, superseded backups, retention, and columns of an archive tab. */
    @Test
    void readsWhatTheReleaseBeforeStored() throws IOException {
        SpreadsheetState state = StoredState.read(releaseBefore().getBytes(StandardCharsets.UTF_8));

        assertThat(OutstandingCommands.of(state))
                .singleElement()
                .isInstanceOfSatisfying(Command.RunSmoke.class, smoke -> assertThat(smoke.adopted())
                        .isEmpty());
        assertThat(state.ended()).singleElement().satisfies(each -> assertThat(each.retention())
                .isEmpty());
        assertThat(state.live().flatMap(each -> each.trail().results().expanded()))
                .hasValueSatisfying(expanded ->
                        assertThat(expanded.changed().getFirst().written()).isEqualTo(2));
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    @Test
    void keepsARemovalThatWasGivenUp() throws IOException {
        String stored = releaseBefore().replace("\"lastStep\": \"close\",", """
                "lastStep": "close",
                "retention": {"due": "2026-04-07T00:00:00Z", "backups": [], "lastAttempt": 12,
                              "stage": {"type": "GivenUp", "failures": 12, "code": "unavailable"}},
                """);

        SpreadsheetState state = StoredState.read(stored.getBytes(StandardCharsets.UTF_8));

        assertThat(state.ended().getFirst().retention().map(Retention::stage))
                .contains(new Retention.GivenUp(12, "unavailable"));
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    private static String releaseBefore() throws IOException {
        return new String(
                Objects.requireNonNull(
                                StoredStateTest.class.getResourceAsStream("/stored-state-of-the-release-before.json"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    /** Through the store whenever a process ends, and while backups are to go, which few processes live to see. */
    private static final class Met extends Saga {
        private final Set<Class<?>> stages = new HashSet<>();
        private int states;

        @Override
        public SpreadsheetState stored(SpreadsheetState state) {
            states++;
            return throughTheStore(state);
        }

        @Override
        public List<Command> outstanding(SpreadsheetState state) {
            List<Retention> retentions = state.ended().stream()
                    .flatMap(each -> each.retention().stream())
                    .toList();
            retentions.forEach(each -> stages.add(each.stage().getClass()));
            return super.outstanding(retentions.isEmpty() ? state : stored(state));
        }
    }

    /** The simulation compares what comes back. */
    private static SpreadsheetState throughTheStore(SpreadsheetState state) {
        byte[] value = StoredState.write(state);
        StoredState.Preface preface = StoredState.preface(value);
        assertThat(preface.outstanding())
                .isEqualTo(OutstandingCommands.of(state).size());
        assertThat(preface.due().isPresent()).isEqualTo(DueTimes.next(state).isPresent());
        preface.due().ifPresent(due -> assertThat(
                        Duration.between(DueTimes.next(state).orElseThrow(), due))
                .isBetween(Duration.ZERO, Duration.ofMillis(1)));
        assertThat(preface.waitsSince())
                .isEqualTo(DueTimes.waitsSince(state).map(each -> each.truncatedTo(ChronoUnit.MILLIS)));
        return StoredState.read(value);
    }
}
