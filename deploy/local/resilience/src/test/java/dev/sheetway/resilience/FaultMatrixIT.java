package dev.sheetway.resilience;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fault at every call of a migration, before and after its effect, many migrations at a time on one warm stack;
 * {@code -Dsheetway.matrix=all} runs them all.
 */
class FaultMatrixIT {
    private static final int LANES = 8;
    private static final int SAMPLE = 24;
    private static final Lanes MATRIX = new Lanes();

    @AfterAll
    static void print() throws IOException {
        Table.print(
                "fault-matrix.md",
                "| call / fault / when | ended | - | method, reason |",
                MATRIX.results().stream().map(KillResult::row).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyMigrationEndsAsTheFailureClassSaysAndNothingIsTwiceOrLost() {
        Arena arena = Arena.shared();
        List<FaultCell> all = FaultCell.all(Calls.ofAMigration(arena));
        List<FaultCell> sample = new ArrayList<>(all);
        Collections.shuffle(sample, new Random(Long.getLong("sheetway.seed", 0)));
        List<FaultCell> cells = Extent.chosen().of(sample.subList(0, SAMPLE), all);
        return MATRIX.tests(LANES, cells, cell -> cell.run(arena));
    }
}
