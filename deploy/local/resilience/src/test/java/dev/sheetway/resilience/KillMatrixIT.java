package dev.sheetway.resilience;

import dev.sheetway.launcher.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code kill -9} of real processes in the middle of migrations. {@code -Dsheetway.matrix=all} runs every cell,
 * {@code -Dsheetway.random-kills=N} kills N times at random; {@code -Dsheetway.seed=S} repeats a random run;
 * {@code -Dsheetway.kill-lanes=L}: so many stacks side by side.
 */
class KillMatrixIT {
    private static final int LANES = Integer.getInteger("sheetway.kill-lanes", 2);
    private static final Lanes MATRIX = new Lanes();
    private static final Map<Part, List<Duration>> RECOVERIES = new EnumMap<>(Part.class);
    /** Those in which nothing runs at the moment. */
    private static final BlockingQueue<Arena> ARENAS = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        for (int lane = 0; lane < LANES; lane++) {
            ARENAS.add(Arena.start());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        ARENAS.forEach(Arena::close);
        Table.print(
                "kill-matrix.md",
                "| step / moment / killed | ended | kill to next completed step, s | notes |",
                MATRIX.results().stream().map(KillResult::row).toList());
        Table.print(
                "recovery.md",
                "| killed | kills | median, s | worst, s |",
                RECOVERIES.entrySet().stream()
                        .map(each -> recovery(each.getKey(), each.getValue()))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> everyMigrationEndsWellWhoeverIsKilledWhereverInAStep() {
        List<Cell> cells = Extent.chosen().of(Cell.sample(), Cell.all());
        return MATRIX.tests(LANES, cells, cell -> inAnArena(cell, cell.victim(), KillCell::run));
    }

    @TestFactory
    Stream<DynamicTest> everyMigrationEndsWellWheneverSomebodyIsKilled() {
        SplittableRandom random = new SplittableRandom(Long.getLong("sheetway.seed", 0));
        List<RandomKill> kills = Stream.generate(() -> RandomKill.draw(random))
                .limit(Integer.getInteger("sheetway.random-kills", 10))
                .toList();
        return MATRIX.tests(LANES, kills, kill -> inAnArena(kill, kill.victim(), (arena, same) -> same.run(arena)));
    }

    private static <C> KillResult inAnArena(C cell, Part victim, BiFunction<Arena, C, KillResult> run) {
        Arena arena = ARENAS.remove(); // as many as lanes
        try {
            KillResult result = run.apply(arena, cell);
            result.recovery().ifPresent(time -> keep(victim, time));
            return result;
        } finally {
            ARENAS.add(arena);
        }
    }

    private static synchronized void keep(Part victim, Duration time) {
        RECOVERIES.computeIfAbsent(victim, part -> new ArrayList<>()).add(time);
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
