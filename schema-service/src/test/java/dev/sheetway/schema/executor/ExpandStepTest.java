package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpandStepTest {
    private final MemorySheet sheet = SampleSheets.small();
    private final MemoryTab table = sheet.tab("Operaciones");
    private final Bench bench = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");

    @Test
    void givesEachColumnItsTypeFromTheFirstRowBelowTheHeaderToTheLast() {
        // Given
        bench.open();
        // When
        bench.expand();
        // Then
        for (int row = 1; row < table.rows(); row++) {
            assertThat(table.cell(row, 5).format()).contains(new NumberFormat("TEXT", "@"));
            assertThat(table.cell(row, 6).format()).contains(new NumberFormat("DATE", "yyyy-mm-dd"));
            assertThat(table.cell(row, 7).format()).contains(new NumberFormat("NUMBER", "0"));
        }
        assertThat(table.cell(0, 5).format()).isEmpty();
    }

    @Test
    void validatesThePatternOfTheCellItself() {
        // Given
        bench.open();
        // When
        bench.expand();
        // Then
        assertThat(table.cell(1, 5).validation())
                .contains("{\"condition\":{\"type\":\"CUSTOM_FORMULA\",\"values\":[{\"userEnteredValue\":"
                        + "\"=REGEXMATCH(F2,\\\"^[A-Z]{1,3}\\\\(\\\\d+\\\\)$\\\")\"}]},\"strict\":true}");
        assertThat(table.cell(0, 5).validation()).isEmpty();
        assertThat(table.cell(1, 6).validation()).isEmpty();
    }

    @Test
    void initialisesRealRowsWithTypedValuesAndLeavesOthersBlank() {
        // Given
        bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(expanded.initialisedRows()).isEqualTo(SampleSheets.REAL_ROWS);
        assertThat(table.contents(7))
                .containsExactly(
                        new CellContent.Text("version"),
                        new CellContent.Number(0),
                        new CellContent.Number(0),
                        CellContent.BLANK,
                        new CellContent.Number(0),
                        new CellContent.Number(0),
                        CellContent.BLANK,
                        CellContent.BLANK,
                        CellContent.BLANK,
                        CellContent.BLANK);
    }

    @Test
    void answersASecondDeliveryFromItsRecordWithoutASecondBatch() {
        // Given
        bench.open();
        Expanded first = bench.expand();
        int writes = sheet.batches.size();
        bench.attempt = 2;
        // When
        Expanded second = bench.expand();
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(sheet.batches).hasSize(writes);
        assertThat(sheet.count("batch")).isEqualTo(2);
    }

    @Test
    void addsOnlyTheColumnThatIsMissing() {
        // Given
        Bench earlier = new Bench(sheet, sheet.id, TestPlans.with(TestPlans.HOLDER, TestPlans.VERSION), "request-0");
        earlier.open();
        earlier.expand();
        earlier.close(dev.sheetway.contracts.Direction.FORWARD);
        bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(table.texts(0))
                .containsExactly(
                        "id",
                        "NV",
                        "TAG_SPOOL",
                        "Ubicación",
                        "Precio Total",
                        "Ocupado_Por",
                        "version",
                        "Fecha_Ocupacion");
        assertThat(expanded.columns()).extracting(column -> column.adopted()).containsExactly(true, false, true);
        assertThat(expanded.columnsBefore()).isEqualTo(7);
        assertThat(expanded.columnsAfter()).isEqualTo(8);
    }

    @Test
    void completesWhatABrokenOffRunLeftUnderTheSameNames() {
        // Given
        table.set(0, 5, "version");
        table.set(1, 5, 3);
        bench.open();
        // When
        Expanded expanded = bench.expand();
        var initialised = bench.initialise(expanded);
        // Then
        assertThat(table.texts(0)).endsWith("version", "Ocupado_Por", "Fecha_Ocupacion");
        assertThat(expanded.columns()).extracting(column -> column.adopted()).containsExactly(false, false, true);
        assertThat(initialised.rows()).isEqualTo(3);
        assertThat(table.cell(1, 5).content()).isEqualTo(new CellContent.Number(3));
        assertThat(table.cell(2, 5).content()).isEqualTo(new CellContent.Number(0));
        // When
        var contracted = bench.contract();
        // Then
        assertThat(contracted.deletedColumns()).containsExactly("Ocupado_Por", "Fecha_Ocupacion");
        assertThat(table.texts(0)).endsWith("Precio Total", "version");
    }

    @Test
    void aRollbackDeletesOnlyWhatItAddedItself() {
        // Given
        Bench earlier = new Bench(sheet, sheet.id, TestPlans.with(TestPlans.HOLDER, TestPlans.VERSION), "request-0");
        earlier.open();
        earlier.expand();
        earlier.close(dev.sheetway.contracts.Direction.FORWARD);
        bench.open();
        bench.expand();
        // When
        var contracted = bench.contract();
        // Then
        assertThat(contracted.deletedColumns()).containsExactly("Fecha_Ocupacion");
        assertThat(table.texts(0))
                .containsExactly("id", "NV", "TAG_SPOOL", "Ubicación", "Precio Total", "Ocupado_Por", "version");
        bench.close(dev.sheetway.contracts.Direction.ROLLBACK);
        assertThat(table.metadata())
                .extracting(metadata -> metadata.key())
                .containsExactly("sheetway.column", "sheetway.column");
    }

    @Test
    void adoptsAColumnOfTheRightTypeAndGivesItBackUnanchored() {
        // Given
        table.set(0, 5, "VERSIÓN");
        table.set(1, 5, 3);
        Bench adopting = new Bench(
                sheet,
                sheet.id,
                TestPlans.with(
                        TestPlans.column("version", ColumnType.INTEGER).adopt().build()),
                "request-1");
        adopting.open();
        Expanded expanded = adopting.expand();
        // When
        var contracted = adopting.contract();
        // Then
        assertThat(expanded.columns()).singleElement().satisfies(column -> {
            assertThat(column.adopted()).isTrue();
            assertThat(column.columnIndex()).isEqualTo(5);
        });
        assertThat(contracted.deletedColumns()).isEmpty();
        assertThat(table.texts(0)).endsWith("VERSIÓN");
        assertThat(table.metadata()).isEmpty();
    }

    @Test
    void refusesToAdoptAColumnOfAnotherType() {
        // Given
        table.set(0, 5, "version");
        table.set(1, 5, "tres");
        Bench adopting = new Bench(
                sheet,
                sheet.id,
                TestPlans.with(
                        TestPlans.column("version", ColumnType.INTEGER).adopt().build()),
                "request-1");
        // When // Then
        assertThatThrownBy(adopting::open)
                .hasMessage("column \"version\" is already in tab \"Operaciones\" of spreadsheet \"sheet-1\" at F1 with"
                        + " type text: expected absent or integer; nothing written; rename it or convert its cells");
        assertThat(sheet.count("batch")).isZero();
    }

    @Test
    void overwritesNothingWhenSomebodyInsertsAColumnBeforeOurs() {
        // Given
        bench.open();
        sheet.beforeNextWrite(() -> {
            table.insertColumns(2, 1);
            table.set(0, 2, "MatSys");
            table.set(4, 2, "typed");
            table.set(0, 7, "typed in a spare column");
        });
        // When
        bench.expand();
        // Then
        assertThat(table.texts(0))
                .contains(
                        "id",
                        "NV",
                        "MatSys",
                        "TAG_SPOOL",
                        "Ubicación",
                        "Precio Total",
                        "typed in a spare column",
                        "Ocupado_Por",
                        "Fecha_Ocupacion",
                        "version");
        assertThat(table.cell(4, 2).content()).isEqualTo(new CellContent.Text("typed"));
        List<Integer> anchored = table.metadata().stream()
                .map(entry -> ((dev.sheetway.workspace.Workbook.Location.OfColumn) entry.location()).columnIndex())
                .toList();
        assertThat(anchored).allSatisfy(column -> assertThat(List.of("Ocupado_Por", "Fecha_Ocupacion", "version"))
                .contains(table.cell(0, column).content().asText()));
    }

    @Test
    void isStaleAfterARollbackOccupiedItsSlot() {
        // Given
        bench.open();
        bench.contract();
        // When // Then
        assertThatThrownBy(bench::expand).isInstanceOfSatisfying(StepFailedException.class, failed -> assertThat(
                        failed.failure().failureClass())
                .isEqualTo(FailureClass.STALE));
        assertThat(table.texts(0)).isEqualTo(SampleSheets.HEADERS);
    }

    @Test
    void leavesHeadersWithoutOurNamesAlone() {
        // Given
        bench.open();
        // When
        bench.expand();
        // Then
        assertThat(table.cell(3, 3)).extracting(Cell::content).isEqualTo(new CellContent.Text("Taller"));
        assertThat(table.width()).isEqualTo(10);
    }
}
