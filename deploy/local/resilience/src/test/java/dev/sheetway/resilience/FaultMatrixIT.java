package dev.sheetway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fault at every call of a migration, before and after its effect; {@code -Dsheetway.matrix=all} runs them all. */
class FaultMatrixIT {
    private static final int SAMPLE = 24;
    private static final List<KillResult> RESULTS = new ArrayList<>();
    private static Arena arena;
    private static int calls;

    @BeforeAll
    static void start() {
        arena = Arena.start();
        calls = callsOfAMigration();
    }

    @AfterAll
    static void stop() throws IOException {
        if (arena != null) {
            arena.close();
        }
        Table.print(
                "fault-matrix.md",
                "| call / fault / when | ended | - | notes |",
                RESULTS.stream().map(KillResult::row).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyMigrationEndsAsTheFailureClassSaysAndNothingIsTwiceOrLost() {
        List<FaultCell> all = FaultCell.all(calls);
        List<FaultCell> sample = new ArrayList<>(all);
        Collections.shuffle(sample, new Random(Long.getLong("sheetway.seed", 0)));
        List<FaultCell> cells = Extent.chosen().of(6, sample.subList(0, SAMPLE), all);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    KillResult result = cell.run(arena);
                    System.out.println(result.row()); // a matrix takes long
                    RESULTS.add(result);
                    assertThat(result.problems()).as(result.what()).isEmpty();
                }));
    }

    private static int callsOfAMigration() {
        Request.Migrate request = arena.request(arena.newSheet());
        arena.resetCounts();
        try (Watch watch = arena.watch(request)) {
            arena.publish(request);
            watch.awaitRest();
        }
        return arena.calls();
    }
}
