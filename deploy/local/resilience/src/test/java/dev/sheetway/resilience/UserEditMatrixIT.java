package dev.sheetway.resilience;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** People edit while we migrate; {@code -Dsheetway.matrix=all} runs every edit before every call, forward and back. */
class UserEditMatrixIT {
    private static final int LANES = 8;
    private static final Lanes MATRIX = new Lanes();

    @AfterAll
    static void print() throws IOException {
        Table.print(
                "user-edit-matrix.md",
                "| edit / moment | ended | - | step, method, why |",
                MATRIX.results().stream().map(KillResult::row).toList());
    }

    @TestFactory
    Stream<DynamicTest> whatPeopleDoIsKept() {
        Arena arena = Arena.shared();
        List<EditCell> sample = EditCell.sample();
        List<EditCell> all = Extent.chosen() == Extent.ALL
                ? EditCell.all(Calls.ofAMigration(arena), Calls.ofARollback(arena))
                : sample;
        List<EditCell> cells = Extent.chosen().of(sample, all);
        return MATRIX.tests(LANES, cells, cell -> cell.run(arena));
    }
}
