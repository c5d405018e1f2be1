package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Previewed;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plan 3.0 to 3.1 of the case study on the sample workbook that plan 2.1 to 3.0 migrated: rename, convert, drop. */
class SecondPlanIT {
    private static final MigrationPlan SECOND = LiveSheet.plan("zeues-3.0-3.1.yaml");

    private final LiveSheet sheet = new LiveSheet();
    private final Bench bench = sheet.bench(SECOND, "request-2");

    @BeforeEach
    void migrateTo30() {
        Bench first = sheet.bench(LiveSheet.zeues(), "request-1");
        first.open();
        first.initialise(first.expand());
        first.close(Direction.FORWARD);
        sheet.emulator.admin().clearCounts();
    }

    @AfterEach
    void close() {
        sheet.close();
    }

    @Test
    void renamesConvertsAndDropsInOneBatchAndTouchesNothingElse() {
        // Given
        Map<String, List<Cell>> before = sheet.table();
        sheet.emulator.admin().clearCounts();
        bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(sheet.calls()).endsWith("2 writes");
        Map<String, List<Cell>> after = sheet.table();
        assertThat(expanded.columnsAfter()).isEqualTo(65);
        assertThat(after.keySet()).hasSize(65).contains("N°_Informe_PT").doesNotContain("N°_nforme_PT", "version");
        List<Cell> days = after.get("Fecha_Materiales");
        assertThat(days.subList(1, days.size()))
                .filteredOn(cell -> !cell.content().isBlank())
                .isNotEmpty()
                .allSatisfy(cell -> {
                    assertThat(cell.content()).isInstanceOf(CellContent.Number.class);
                    assertThat(cell.format()).contains(new NumberFormat("DATE_TIME", "dd-mm-yyyy"));
                });
        assertThat(texts(before.get("Fecha_Materiales"))).isPositive();
        assertThat(texts(days)).isEqualTo(1);
        before.remove("version");
        before.remove("Fecha_Materiales");
        after.remove("Fecha_Materiales");
        List<List<Cell>> others = new ArrayList<>(after.values());
        int renamed = List.copyOf(after.keySet()).indexOf("N°_Informe_PT");
        assertThat(others.get(renamed).subList(1, days.size()))
                .isEqualTo(before.get("N°_nforme_PT").subList(1, days.size()));
        others.remove(renamed);
        before.remove("N°_nforme_PT");
        assertThat(others).isEqualTo(List.copyOf(before.values()));
    }

    @Test
    void rollsBackToExactlyTheTableOf30() {
        // Given
        Map<String, List<Cell>> before = sheet.table();
        bench.open();
        bench.expand();
        // When
        Contracted contracted = bench.contract();
        bench.close(Direction.ROLLBACK);
        // Then
        assertThat(sheet.table()).isEqualTo(before);
        assertThat(contracted.restored()).containsExactly("N°_nforme_PT", "Fecha_Materiales", "version");
        assertThat(contracted.kept()).isEmpty();
        assertThat(Marks.of(sheet.book()).version("zeues"))
                .hasValueSatisfying(version -> assertThat(version.version()).isEqualTo("3.0"));
        assertThat(sheet.bench(LiveSheet.zeues(), "request-3").open().alreadyMigrated())
                .isTrue();
    }

    @Test
    void rollsBackAfterCompletionWithoutLosingWhatPeopleTypedSince() {
        // Given
        bench.open();
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        int tab = sheet.tab("Operaciones").sheetId();
        int column = sheet.headers().indexOf("Fecha_Materiales");
        sheet.type(tab, 1, column, "{\"numberValue\":46200}");
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(sheet.table().get("Fecha_Materiales").get(1).content()).isEqualTo(new CellContent.Number(46200));
        assertThat(contracted.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.row()).isEqualTo(2);
            assertThat(kept.column()).isEqualTo("Fecha_Materiales");
        });
        assertThat(sheet.headers()).contains("version");
    }

    @Test
    void isANoOpTheSecondTime() {
        // Given
        bench.open();
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        sheet.emulator.admin().clearCounts();
        // When
        Bench again = sheet.bench(SECOND, "request-3");
        // Then
        assertThat(again.open().summary()).isEqualTo("already migrated: nothing to do");
        assertThat(sheet.calls()).endsWith("0 writes");
    }

    @Test
    void showsTheHeaderAndTheRequestsBeforehandWithoutAWrite() {
        // When
        Previewed preview = bench.preview();
        // Then
        assertThat(preview.headersBefore()).hasSize(66);
        assertThat(preview.headersAfter()).hasSize(65).contains("N°_Informe_PT").doesNotContain("version");
        assertThat(preview.requests())
                .startsWith("addNamedRange", "createDeveloperMetadata", "addSheet", "copyPaste")
                .contains("updateCells", "repeatCell")
                .endsWith("deleteDimension", "insertDimension", "updateCells"); // the audit row comes last
        assertThat(sheet.calls()).endsWith("0 writes");
    }

    @Test
    void refusesToDropAColumnThatATotalNeeds() {
        // Given
        Bench wrong = sheet.bench(ChangePlans.with(new DropColumn("Precio Pintura")), "request-4");
        // When // Then
        assertThatThrownBy(wrong::open)
                .isInstanceOfSatisfying(
                        StepFailedException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("column-is-referred-to"))
                .hasMessageContaining("\"Operaciones\"!BK");
        assertThat(sheet.calls()).endsWith("0 writes");
    }

    @Test
    void refusesToDropAColumnThatOtherThingsSpeakOfAndNamesThem() {
        // Given
        int tab = sheet.tab("Operaciones").sheetId();
        int version = sheet.headers().indexOf("version");
        String column =
                "\"sheetId\":%d,\"startColumnIndex\":%d,\"endColumnIndex\":%d".formatted(tab, version, version + 1);
        sheet.edit("""
                [{"addNamedRange":{"namedRange":{"name":"Versions","range":{%1$s}}}},
                 {"addProtectedRange":{"protectedRange":{"description":"Ours","range":{%1$s}}}},
                 {"addConditionalFormatRule":{"index":0,"rule":{"ranges":[{"sheetId":%2$d,"startColumnIndex":0,"endColumnIndex":1}],
                   "booleanRule":{"condition":{"type":"CUSTOM_FORMULA","values":[{"userEnteredValue":"=$%3$s2>0"}]},
                   "format":{"textFormat":{"bold":true}}}}}},
                 {"setDataValidation":{"range":{"sheetId":%2$d,"startRowIndex":1,"endRowIndex":3,"startColumnIndex":4,"endColumnIndex":5},
                   "rule":{"condition":{"type":"ONE_OF_RANGE","values":[{"userEnteredValue":"=Operaciones!$%3$s$2:$%3$s$9"}]}}}}]""".formatted(column, tab, letters(version)));
        // When // Then
        assertThatThrownBy(bench::open)
                .hasMessageContaining("named range \"Versions\"")
                .hasMessageContaining("protected range \"Ours\" of tab \"Operaciones\"")
                .hasMessageContaining("conditional format 1 of tab \"Operaciones\"")
                .hasMessageContaining("validation rule of \"Operaciones\"!E2");
        assertThat(sheet.calls()).endsWith("1 writes"); // the person's
    }

    private static String letters(int column) {
        return column < 26
                ? Character.toString('A' + column)
                : letters(column / 26 - 1) + Character.toString('A' + column % 26);
    }

    @Test
    void namesEveryRowThatCannotBecomeADateWithoutItsValue() {
        // Given
        Bench wrong = sheet.bench(ChangePlans.with(ChangePlans.toDate("Fecha_PH")), "request-4");
        // When // Then
        assertThatThrownBy(wrong::open)
                .hasMessageContaining("column \"Fecha_PH\" is to become date")
                .hasMessageContaining("row 51 date formatted as DATE");
        assertThat(sheet.calls()).endsWith("0 writes");
    }

    private static long texts(List<Cell> column) {
        return column.stream()
                .filter(cell -> cell.content() instanceof CellContent.Text)
                .count();
    }
}
