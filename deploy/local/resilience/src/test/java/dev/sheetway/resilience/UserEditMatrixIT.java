package dev.sheetway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** People edit while we migrate; {@code -Dsheetway.matrix=all} runs every edit before every step. */
class UserEditMatrixIT {
    private static final List<KillResult> RESULTS = new ArrayList<>();
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
                "user-edit-matrix.md",
                "| edit / moment | ended | - | why |",
                RESULTS.stream().map(KillResult::row).toList());
    }

    @TestFactory
    Stream<DynamicTest> whatPeopleDoIsKept() {
        return Extent.chosen().of(UserEdit.values().length, EditCell.sample(), EditCell.all()).stream()
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    KillResult result = cell.run(arena);
                    System.out.println(result.row()); // a matrix takes long
                    RESULTS.add(result);
                    assertThat(result.problems()).as(result.what()).isEmpty();
                }));
    }
}
