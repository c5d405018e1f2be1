package dev.sheetway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.launcher.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two orchestrators and two of each service share many migrations; the older one of a pair is killed in the middle and
 * nobody starts it again. {@code -Dsheetway.matrix=all}: 100 migrations.
 */
class TwoOfEachIT {
    private static final List<Part> SERVICES =
            List.of(Part.ORCHESTRATOR, Part.BACKUP_SERVICE, Part.SCHEMA_SERVICE, Part.VERIFY_SERVICE);
    private static final int MIGRATIONS = Extent.chosen() == Extent.ALL ? 100 : 8;

    private static final List<ProcessHandle> SECOND = new ArrayList<>();
    private static Arena arena;

    @BeforeAll
    static void start() {
        arena = Arena.start();
        SERVICES.forEach(service -> SECOND.add(arena.processes().another(service)));
    }

    @AfterAll
    static void stop() {
        SECOND.forEach(ProcessHandle::destroyForcibly);
        if (arena != null) {
            arena.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"ORCHESTRATOR", "SCHEMA_SERVICE"})
    void allEndInOrderAndNoneTwice(Part victim) {
        arena.processes().up(); // the older of the last pair
        List<Request.Migrate> requests = Stream.generate(() -> arena.request(arena.newSheet()))
                .limit(MIGRATIONS)
                .toList();
        List<Watch> watches = requests.stream().map(arena::watch).toList();
        watches.getFirst()
                .await("share of each of the eight", () -> arena.groups().share(SERVICES, 2));

        requests.forEach(arena::publish);
        watches.get(MIGRATIONS / 4).awaitRest();
        arena.processes().kill(victim);

        for (int i = 0; i < MIGRATIONS; i++) {
            MigrationView migration = watches.get(i).awaitRest();
            assertThat(Aftermath.problems(
                            arena,
                            migration,
                            Set.of(Outcome.COMPLETED),
                            requests.get(i).spreadsheetId(),
                            arena.untouched("")))
                    .as("migration " + i)
                    .isEmpty();
            assertThat(completions(migration)).containsExactlyElementsOf(Step.untilCompletion());
        }
    }

    private static List<Step> completions(MigrationView migration) {
        return migration.entries().stream()
                .map(recorded -> recorded.entry())
                .filter(JournalEntry.StepCompleted.class::isInstance)
                .map(entry -> entry.header().step().orElseThrow())
                .toList();
    }
}
