package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Partial states, refusals, and people who edit meanwhile. */
class ChangeEditsTest {
    private final MemorySheet sheet = ChangeSheets.small();
    private final MemoryTab table = sheet.tab("Operaciones");

    private Bench bench(Change... changes) {
        return new Bench(sheet, sheet.id, ChangePlans.with(changes), "request-1");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        new RenameColumn("Armador", "Soldador"),
                        "column \"Armador\" is not in tab \"Operaciones\" of spreadsheet \"sheet-1\": expected a header of"
                                + " that name; nothing written; correct the plan's change or see who deleted the column"),
                Arguments.of(
                        new RenameColumn("NV", "ubicacion"),
                        "column \"NV\" is to be renamed to \"ubicacion\", which is already in tab \"Operaciones\" of"
                                + " spreadsheet \"sheet-1\" at D1 as \"Ubicación\": expected absent; nothing written;"
                                + " rename or drop that one first"),
                Arguments.of(
                        ChangePlans.toDate("Ubicación"),
                        "column \"Ubicación\" is to become date in tab \"Operaciones\" of spreadsheet \"sheet-1\": 1 cells"
                                + " stand in the way: row 4 text aaaaaa; nothing written; correct those cells or the plan"),
                Arguments.of(
                        new SetValidation("NV", new SetValidation.Pattern("^\\d+$"), true),
                        "column \"NV\" is to get a rule in tab \"Operaciones\" of spreadsheet \"sheet-1\": 1 cells stand in"
                                + " the way: row 3 text a-9; nothing written; correct those cells or the rule"),
                Arguments.of(
                        new Backfill("NV", "row.fecha + \"x\"", false),
                        "column \"NV\" is to be filled in tab \"Operaciones\" of spreadsheet \"sheet-1\": 2 cells stand in"
                                + " the way: row 5 has a type that an operator does not take, row 6 has a type that an"
                                + " operator does not take; nothing written; correct those rows or the expression"),
                Arguments.of(
                        new AddTab("Metadata", List.of("id"), false),
                        "tab \"Metadata\" is already in spreadsheet \"sheet-1\" with another first row (1 cells, other than planned from A1 on): expected absent or"
                                + " [id]; nothing written; rename it or correct the plan's headers"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAtOpenWithNothingWritten(Change change, String message) {
        // Given
        MemoryTab other = new MemoryTab(88, "Metadata", 5, 3, false);
        other.set(0, 0, "x");
        sheet.tabs.add(other);
        // When // Then
        assertThatThrownBy(() -> bench(change).open()).hasMessage(message);
        assertThat(sheet.count("batch")).isZero();
    }

    @Test
    void refusesToDropAColumnThatFormulasReferToAndNamesThem() {
        // Given
        table.set(5, 3, new CellContent.Formula("=B6&\"x\"", ""));
        MemoryTab other = new MemoryTab(88, "Resumen", 5, 3, false);
        other.set(1, 1, new CellContent.Formula("=COUNTIF(Operaciones!$A:$C,\"N\")", ""));
        sheet.tabs.add(other);
        // When // Then
        assertThatThrownBy(() -> bench(new DropColumn("NV")).open())
                .hasMessageContaining("\"Operaciones\"!D6, \"Resumen\"!B2 refer to them")
                .hasMessageContaining("nothing written");
    }

    @Test
    void refusesToDropAColumnWithFormulas() {
        // Given
        table.set(5, 1, new CellContent.Formula("=A6", ""));
        // When // Then
        assertThatThrownBy(() -> bench(new DropColumn("NV")).open()).hasMessageContaining("row 6 a formula");
    }

    @Test
    void takesARenamingAndADroppingThatSomebodyDidAlready() {
        // Given
        table.set(0, 3, "LUGAR");
        table.deleteColumns(1, 2);
        List<List<Cell>> before = ChangeSheets.columns(sheet);
        Bench bench = bench(new RenameColumn("Ubicación", "Lugar"), new DropColumn("NV"));
        bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(expanded.changed()).isEmpty();
        assertThat(ChangeSheets.columns(sheet)).isEqualTo(before);
        bench.close(Direction.FORWARD);
        assertThat(new Bench(sheet, sheet.id, ChangePlans.with(new RenameColumn("Ubicación", "Lugar")), "request-2")
                        .open()
                        .alreadyMigrated())
                .isTrue();
    }

    @Test
    void adoptsATabWithTheSameHeadersAndLeavesItAtTheRollback() {
        // Given
        MemoryTab other = new MemoryTab(88, "Uniones", 5, 3, false);
        other.set(0, 0, "Id");
        sheet.tabs.add(other);
        Bench bench = bench(new AddTab("Uniones", List.of("ID"), false), new DropColumn("NV"));
        bench.open();
        // When
        bench.expand();
        bench.contract();
        // Then
        assertThat(sheet.tabs.stream().filter(tab -> tab.title.equals("Uniones")))
                .hasSize(1);
    }

    @Test
    void convertsOnlyWhatIsNoDateYet() {
        // Given
        Bench bench = bench(ChangePlans.toDate("Fecha"));
        bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(expanded.changed().getFirst().cells()).isEqualTo(2);
        assertThat(table.contents(4).subList(1, 6))
                .containsExactly(
                        new CellContent.Number(46042),
                        new CellContent.Number(46043),
                        CellContent.BLANK,
                        new CellContent.Number(46096),
                        CellContent.BLANK);
        for (int row = 1; row < table.rows(); row++) {
            assertThat(table.cell(row, 4).format().orElseThrow().pattern()).isEqualTo("dd-mm-yyyy");
        }
    }

    @Test
    void fillsOnlyBlankCellsOfRealRowsUnlessTold() {
        // Given
        Bench bench = bench(new Backfill("NV", "\"N-\" + string(row.id)", false));
        bench.open();
        // When
        bench.expand();
        // Then
        assertThat(table.contents(1).stream().map(CellContent::asText))
                .containsExactly("NV", "N-1", "N-2", "", "N-4", "N-5", "", "", "", "");
    }

    @Test
    void keepsWhatPeopleTypedIntoConvertedCellsSinceAndListsIt() {
        // Given
        Bench bench = bench(ChangePlans.toDate("Fecha"), new RenameColumn("NV", "Nota"));
        bench.open();
        bench.expand();
        table.set(1, 4, 46200);
        table.set(0, 1, "Nota de venta");
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(table.contents(4).get(1)).isEqualTo(new CellContent.Number(46200));
        assertThat(table.contents(4).get(2)).isEqualTo(new CellContent.Text("2026-01-21"));
        assertThat(contracted.kept())
                .containsExactlyInAnyOrder(
                        new Difference(2, "Fecha", "edited"), new Difference(1, "Nota de venta", "header-edited"));
    }

    @Test
    void findsRowsAgainByTheirKeyWhenPeopleInsertedRowsMeanwhile() {
        // Given
        Bench bench = bench(ChangePlans.toDate("Fecha"), new DropColumn("NV"));
        bench.open();
        bench.expand();
        table.insertRows(2, 1);
        table.set(2, 1, "MK-NEW");
        // When
        bench.contract();
        // Then
        assertThat(table.texts(0)).isEqualTo(ChangeSheets.HEADERS);
        assertThat(table.contents(1).stream().map(CellContent::asText).limit(6))
                .containsExactly("NV", "", "", "N-2", "", "");
        assertThat(table.contents(4).subList(1, 4))
                .containsExactly(
                        new CellContent.Text("20-01-2026"), CellContent.BLANK, new CellContent.Text("2026-01-21"));
    }

    @Test
    void bringsADroppedColumnBackBehindItsNeighbourWhenPeopleInsertedAColumn() {
        // Given
        Bench bench = bench(new DropColumn("Ubicación"));
        bench.open();
        bench.expand();
        table.insertColumns(0, 1);
        table.set(0, 0, "MatSys");
        // When
        bench.contract();
        // Then
        assertThat(table.texts(0)).containsExactly("MatSys", "id", "NV", "TAG_SPOOL", "Ubicación", "Fecha");
        assertThat(table.contents(4).get(3)).isEqualTo(new CellContent.Text("Taller"));
    }

    @Test
    void tellsWhatWasTypedInTheInstantOfTheBatchAndTheRollbackBringsItBack() {
        // Given
        Bench bench = bench(ChangePlans.toDate("Fecha"));
        bench.open();
        sheet.beforeNextWrite(() -> table.set(1, 4, "25-12-2026"));
        // When // Then
        assertThatThrownBy(bench::expand).isInstanceOfSatisfying(StepFailedException.class, failed -> {
            assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(failed.failure().code()).isEqualTo("typed-over");
            assertThat(failed.failure().message())
                    .contains("row 2 of \"Fecha\"")
                    .doesNotContain("25-12");
        });
        bench.contract();
        assertThat(table.contents(4).get(1)).isEqualTo(new CellContent.Text("25-12-2026"));
    }

    @Test
    void refusesAKeyColumnWithFormulasWhereARollbackWouldNeedIt() {
        // Given
        table.set(4, 2, new CellContent.Formula("=\"MK-\"&A5", ""));
        // When // Then
        assertThatThrownBy(() -> bench(new DropColumn("NV")).open())
                .hasMessage("key column \"TAG_SPOOL\" of tab \"Operaciones\" of spreadsheet \"sheet-1\" holds formulas:"
                        + " expected values, by which a rollback finds the rows of kept cells again; nothing written;"
                        + " replace the formulas by their values, name another keyColumn, or none (then do not sort the"
                        + " table)");
        assertThat(bench(new RenameColumn("NV", "Nota")).open().alreadyMigrated())
                .isFalse();
    }

    @Test
    void findsRowsAgainAfterTheKeyColumnWasRenamedAndMoved() {
        // Given
        List<List<Cell>> before = ChangeSheets.columns(sheet);
        Bench bench = bench(new DropColumn("Ubicación"), ChangePlans.toDate("Fecha"));
        bench.open();
        bench.expand();
        table.set(0, 2, "Etiqueta");
        table.swapRows(1, 5);
        table.set(3, 2, "MK-3");
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(table.contents(4).get(5)).isEqualTo(before.get(4).get(1).content());
        assertThat(contracted.kept()).containsExactly(new Difference(4, "Ubicación", "row-ambiguous"));
    }

    @Test
    void leavesCellsOfEqualKeysInTheArchiveWhenTheTableWasSortedAndListsThem() {
        // Given
        table.set(5, 2, "MK-4");
        table.set(4, 1, "first");
        table.set(5, 1, "second");
        Bench bench = bench(new DropColumn("NV"));
        bench.open();
        bench.expand();
        table.swapRows(1, 2);
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(table.contents(1).stream().map(CellContent::asText).limit(6))
                .containsExactly("NV", "N-2", "", "", "", "");
        assertThat(contracted.kept())
                .containsExactly(new Difference(5, "NV", "row-ambiguous"), new Difference(6, "NV", "row-ambiguous"));
    }

    @Test
    void listsArchivedRowsThatPeopleDeleted() {
        // Given
        Bench bench = bench(new DropColumn("NV"));
        bench.open();
        bench.expand();
        table.set(2, 1, "MK-9");
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(contracted.kept()).containsExactly(new Difference(3, "NV", "row-gone"));
    }

    @Test
    void keepsARuleThatSomebodySetSinceAndListsIt() {
        // Given
        Bench bench = bench(new SetValidation("NV", new SetValidation.OneOf(List.of("N-1", "N-2")), true));
        bench.open();
        bench.expand();
        table.edit(4, 1, cell -> new Cell(cell.content(), cell.format(), Optional.of("{\"strict\":true}")));
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(table.cell(4, 1).validation()).contains("{\"strict\":true}");
        assertThat(table.cell(1, 1).validation()).contains("{\"strict\":false}");
        assertThat(table.cell(2, 1).validation()).isEmpty();
        assertThat(contracted.kept()).containsExactly(new Difference(5, "NV", "rule-edited"));
    }

    @Test
    void refusesMoreRequestsThanOneCallShouldCarry() {
        // Given
        table.insertRows(6, 20_010);
        for (int row = 6; row < 20_016; row++) {
            table.set(row, 2, "MK-" + row);
            table.set(row, 1, row % 2 == 0 ? "N" : "");
        }
        // When // Then
        assertThatThrownBy(() -> bench(new Backfill("NV", "\"x\"", false)).expand())
                .isInstanceOfSatisfying(
                        StepFailedException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("too-many-requests"))
                .hasMessageContaining("expected at most 10000")
                .hasMessageContaining("nothing written");
        assertThat(sheet.batches).isEmpty();
    }

    @Test
    void takesAHeaderThatIsAFormulaForTheSameColumn() {
        // Given
        table.set(0, 4, new CellContent.Formula("=\"Fecha\"&A9", ""));
        Bench bench = bench(new DropColumn("=\"Fecha\"&A9"));
        bench.open();
        sheet.beforeNextWrite(() -> table.set(0, 4, new CellContent.Formula("=\"Fecha\"&B9", "")));
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(expanded.columnsAfter()).isEqualTo(4);
    }

    @Test
    void pausesWhenTheKeyColumnIsGone() {
        // Given
        Bench bench = bench(new DropColumn("NV"));
        bench.open();
        bench.expand();
        table.deleteColumns(1, 2);
        // When // Then
        assertThatThrownBy(bench::contract)
                .isInstanceOfSatisfying(
                        StepFailedException.class,
                        failed -> assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE))
                .hasMessage("key column \"TAG_SPOOL\" of tab \"Operaciones\" of spreadsheet \"sheet-1\" is gone:"
                        + " expected it, to find the rows of kept cells again; nothing written; bring it back from the"
                        + " version history, then resume");
    }

    @Test
    void pausesWhenTheArchiveTabIsGone() {
        // Given
        Bench bench = bench(new DropColumn("NV"));
        bench.open();
        Expanded expanded = bench.expand();
        sheet.tabs.removeIf(
                tab -> tab.sheetId == expanded.archive().orElseThrow().sheetId());
        // When // Then
        assertThatThrownBy(bench::contract)
                .isInstanceOfSatisfying(StepFailedException.class, failed -> assertThat(failed.failure())
                        .satisfies(failure -> {
                            assertThat(failure.failureClass()).isEqualTo(FailureClass.PAUSE);
                            assertThat(failure.code()).isEqualTo("archive-tab-missing");
                        }));
    }

    @Test
    void putsTheMarksOfAnEarlierMigrationBackWithTheColumn() {
        // Given
        table.anchor(1, 4711, "sheetway.column", "{\"migrationId\":\"m\",\"column\":\"nv\",\"version\":\"3.0\"}");
        Bench bench = bench(new DropColumn("NV"));
        bench.open();
        bench.expand();
        assertThat(table.metadata()).noneMatch(mark -> mark.id() == 4711);
        // When
        bench.contract();
        bench.close(Direction.ROLLBACK);
        // Then
        assertThat(table.metadata()).singleElement().satisfies(mark -> {
            assertThat(mark.id()).isEqualTo(4711);
            assertThat(mark.value()).contains("\"version\":\"3.0\"");
        });
    }
}
