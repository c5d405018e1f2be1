package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.Cell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * As {@link InstantEditsTest}, over HTTP: plan 3.0 to 3.1 of the case study, and somebody who inserts a column in the
 * instant of the batch.
 */
class InstantEditsIT {
    private static final MigrationPlan SECOND = LiveSheet.plan("zeues-3.0-3.1.yaml");
    private static final String COLUMN_INSERTED = """
            [{"insertDimension":{"range":{"sheetId":%1$d,"dimension":"COLUMNS","startIndex":3,"endIndex":4}}},
             {"updateCells":{"start":{"sheetId":%1$d,"rowIndex":0,"columnIndex":3},"fields":"userEnteredValue",
               "rows":[{"values":[{"userEnteredValue":{"stringValue":"MatSys"}}]}]}}]""";

    private static Map<String, List<Cell>> twin = Map.of();

    /** What the edit alone makes of the table. */
    @BeforeAll
    static void editWithoutAMigration() {
        try (LiveSheet sheet = new LiveSheet()) {
            migrateTo30(sheet);
            sheet.edit(edit(sheet));
            twin = sheet.table();
        }
    }

    private static String edit(LiveSheet sheet) {
        return COLUMN_INSERTED.formatted(sheet.tab("Operaciones").sheetId());
    }

    private static void migrateTo30(LiveSheet sheet) {
        Bench first = sheet.bench(LiveSheet.zeues(), "request-1");
        first.open();
        first.initialise(first.expand());
        first.close(Direction.FORWARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORWARD", "ROLLBACK"})
    void inTheEndTheTableIsWhatTheEditAloneMadeOfIt(String direction) {
        // Given
        try (LiveSheet sheet = new LiveSheet()) {
            migrateTo30(sheet);
            Bench bench = sheet.bench(SECOND, "request-2");
            bench.open();
            sheet.emulator.admin().faults("""
                    [{"method":"sheets.spreadsheets.batchUpdate","containing":"/expand/%s/1","when":"before",
                      "kind":"userEdit","edit":{"requests":%s}}]""".formatted(direction, edit(sheet)));
            expand(bench);
            // When
            bench.contract();
            // Then
            bench.close(Direction.ROLLBACK);
            assertThat(sheet.table()).isEqualTo(twin);
        }
    }

    private static void expand(Bench bench) {
        try {
            bench.expand();
        } catch (StepFailedException failed) {
            assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(failed.failure().code()).isEqualTo("moved-meanwhile");
        }
    }
}
