package dev.sheetway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.launcher.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code kill -9} of real processes in the middle of migrations. {@code -Dsheetway.matrix=all} runs every cell,
 * {@code -Dsheetway.random-kills=N} kills N times at random; {@code -Dsheetway.seed=S} repeats a random run.
 */
class KillMatrixIT {
    private static final List<KillResult> RESULTS = new ArrayList<>();
    private static final Map<Part, List<Duration>> RECOVERIES = new EnumMap<>(Part.class);
    private static Arena arena;

    @BeforeAll
    static void start() {
        arena = Arena.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (arena != null) {
            arena.close();
        }
        Table.print(
                "kill-matrix.md",
                "| step / moment / killed | ended | kill to next completed step, s | notes |",
                RESULTS.stream().map(KillResult::row).toList());
        Table.print(
                "recovery.md",
                "| killed | kills | median, s | worst, s |",
                RECOVERIES.entrySet().stream()
                        .map(each -> recovery(each.getKey(), each.getValue()))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> everyMigrationEndsWellWhoeverIsKilledWhereverInAStep() {
        return Extent.chosen().of(4, Cell.sample(), Cell.all()).stream()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.toString(), () -> judge(cell.victim(), KillCell.run(arena, cell))));
    }

    @TestFactory
    Stream<DynamicTest> everyMigrationEndsWellWheneverSomebodyIsKilled() {
        SplittableRandom random = new SplittableRandom(Long.getLong("sheetway.seed", 0));
        return Stream.generate(() -> RandomKill.draw(random))
                .limit(Integer.getInteger("sheetway.random-kills", 2))
                .map(kill -> DynamicTest.dynamicTest(kill.toString(), () -> judge(kill.victim(), kill.run(arena))));
    }

    private static void judge(Part victim, KillResult result) {
        System.out.println(result.row()); // a matrix takes long
        RESULTS.add(result);
        result.recovery().ifPresent(time -> RECOVERIES
                .computeIfAbsent(victim, part -> new ArrayList<>())
                .add(time));
        assertThat(result.problems()).as(result.what()).isEmpty();
    }

    private static String recovery(Part part, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return "| %s | %d | %.1f | %.1f |"
                .formatted(
                        part.wireName(),
                        sorted.size(),
                        sorted.get(sorted.size() / 2).toMillis() / 1000.0,
                        sorted.getLast().toMillis() / 1000.0);
    }
}
