package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.schema.mark.MarkJson;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The steps against the emulator over HTTP, on the sample workbook of 63 columns and 2,556 rows. */
class SchemaStepsIT {
    private static final MigrationPlan ZEUES = LiveSheet.zeues();
    private static final List<String> OURS = List.of("Ocupado_Por", "Fecha_Ocupacion", "version");

    private final LiveSheet sheet = new LiveSheet();
    private final Bench bench = sheet.bench(ZEUES, "request-1");

    @AfterEach
    void close() {
        sheet.close();
    }

    @Test
    void expands63To66ColumnsAndKeepsEveryOldCell() {
        // Given
        Map<String, List<Cell>> before = sheet.table();
        Opened opened = bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        Map<String, List<Cell>> after = sheet.table();
        assertThat(expanded.columnsBefore()).isEqualTo(63);
        assertThat(expanded.columnsAfter()).isEqualTo(66);
        assertThat(expanded.columns())
                .extracting(column -> column.columnIndex())
                .containsExactly(63, 64, 65);
        assertThat(expanded.initialisedRows()).isEqualTo(opened.realRows()).isPositive();
        assertThat(List.copyOf(after.keySet()).subList(63, 66)).isEqualTo(OURS);
        after.keySet().removeAll(OURS);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void givesEveryNewCellItsTypeFormatAndRule() {
        // Given
        List<Cell> keys = sheet.table().get("TAG_SPOOL");
        bench.open();
        // When
        bench.expand();
        // Then
        Map<String, List<Cell>> after = sheet.table();
        for (int row = 1; row < keys.size(); row++) {
            boolean real = !keys.get(row).content().isBlank();
            Cell version = after.get("version").get(row);
            assertThat(version.content()).isEqualTo(real ? new CellContent.Number(0) : CellContent.BLANK);
            if (real) {
                // rows without any content are not part of an answer
                assertThat(version.format()).contains(new NumberFormat("NUMBER", "0"));
                assertThat(version.validation()).isEmpty();
            }
        }
    }

    @Test
    void answersASecondDeliveryWithTheSameResultAndWritesOnce() {
        // Given
        bench.open();
        Expanded first = bench.expand();
        List<String> headers = sheet.headers();
        sheet.emulator.admin().clearCounts();
        // When
        Expanded second = bench.expand();
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(sheet.calls()).isEqualTo("1 reads, 0 writes");
        assertThat(sheet.headers()).isEqualTo(headers);
    }

    @Test
    void findsItsBatchAppliedWhenTheAnswerWasLost() {
        // Given
        bench.open();
        sheet.emulator
                .admin()
                .faults("[{\"method\":\"sheets.spreadsheets.batchUpdate\",\"when\":\"after\",\"kind\":\"close\"}]");
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(expanded.columnsAfter()).isEqualTo(66);
        assertThat(sheet.headers()).hasSize(66).endsWith("version");
    }

    @Test
    void addsTheThirdColumnWhereTwoArePresent() {
        // Given
        Bench earlier = sheet.bench(TestPlans.with(TestPlans.HOLDER, TestPlans.VERSION), "request-0");
        earlier.open();
        earlier.expand();
        earlier.close(Direction.FORWARD);
        bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        assertThat(sheet.headers()).hasSize(66);
        assertThat(sheet.headers().subList(63, 66)).containsExactly("Ocupado_Por", "version", "Fecha_Ocupacion");
        assertThat(expanded.columns()).extracting(column -> column.adopted()).containsExactly(true, false, true);
    }

    @Test
    void refusesAHeaderThatReadersWouldTakeForOurs() {
        // Given
        MigrationPlan plan = TestPlans.with(
                TestPlans.column("FECHA liberacion", ColumnType.DATE).build());
        String cell = "BB1";
        // When // Then
        assertThat(sheet.headers().get(53)).isEqualTo("Fecha_Liberación");
        assertThatThrownBy(() -> sheet.bench(plan, "request-1").open())
                .hasMessage(
                        "column \"FECHA liberacion\" is already in tab \"Operaciones\" of spreadsheet \"sample\" at "
                                + cell
                                + " as \"Fecha_Liberación\": expected absent; nothing written; rename it or set adopt: true");
        assertThat(sheet.calls()).endsWith("0 writes");
    }

    @Test
    void listsTheTabsWhenThePlansTabIsUnknown() {
        // Given
        Bench wrong = sheet.bench(TestPlans.onTab(ZEUES, "Operacones"), "request-1");
        // When // Then
        assertThatThrownBy(wrong::open)
                .hasMessage("tab \"Operacones\" is not in spreadsheet \"sample\": expected one of \"Operaciones\","
                        + " \"Trabajadores\", \"Roles\", \"Metadata\"; nothing written; correct spec.tab");
    }

    @Test
    void refusesASpreadsheetThatIsNotThere() {
        // Given
        SpreadsheetId nowhere = new SpreadsheetId("nowhere");
        Bench lost = new Bench(sheet.google.writer(), nowhere, ZEUES, "request-1");
        // When // Then
        assertThatThrownBy(lost::open).isInstanceOfSatisfying(StepFailedException.class, failed -> {
            assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(failed.failure().code()).isEqualTo("unknown-spreadsheet");
        });
    }

    @Test
    void overwritesNothingWhenAUserInsertsAColumnBetweenReadAndBatch() {
        // Given
        Map<String, List<Cell>> before = sheet.table();
        bench.open();
        int sheetId = sheet.tab("Operaciones").sheetId();
        sheet.emulator
                .admin()
                .faults("[{\"method\":\"sheets.spreadsheets.batchUpdate\",\"when\":\"before\",\"kind\":\"userEdit\","
                        + "\"edit\":{\"requests\":[{\"insertDimension\":{\"range\":{\"sheetId\":" + sheetId
                        + ",\"dimension\":\"COLUMNS\",\"startIndex\":36,\"endIndex\":37}}},"
                        + "{\"updateCells\":{\"start\":{\"sheetId\":" + sheetId
                        + ",\"rowIndex\":0,\"columnIndex\":36},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":"
                        + "[{\"userEnteredValue\":{\"stringValue\":\"MatSys\"}}]}]}}]}}]");
        // When
        Expanded expanded = bench.expand();
        // Then
        Map<String, List<Cell>> after = sheet.table();
        assertThat(after.keySet()).hasSize(67).containsAll(OURS).contains("MatSys");
        expanded.columns()
                .forEach(column -> assertThat(List.copyOf(after.keySet()).get(column.columnIndex()))
                        .isEqualTo(column.name()));
        after.keySet().removeAll(OURS);
        after.remove("MatSys");
        assertThat(contents(after)).isEqualTo(contents(before));
    }

    @Test
    void takesSixCallsOfWhichThreeAreWrites() {
        // Given
        List<String> calls = new ArrayList<>();
        // When
        bench.open();
        calls.add("open: " + sheet.calls());
        sheet.emulator.admin().clearCounts();
        Expanded expanded = bench.expand();
        calls.add("expand: " + sheet.calls());
        sheet.emulator.admin().clearCounts();
        bench.initialise(expanded);
        calls.add("initialise: " + sheet.calls());
        sheet.emulator.admin().clearCounts();
        bench.close(Direction.FORWARD);
        calls.add("close: " + sheet.calls());
        // Then
        assertThat(calls)
                .containsExactly(
                        "open: 1 reads, 1 writes",
                        "expand: 1 reads, 1 writes",
                        "initialise: 1 reads, 0 writes",
                        "close: 0 reads, 1 writes");
    }

    @Test
    void takesTheLockOfASecondMigrationAfterTheFirstIsClosedOnly() {
        // Given
        bench.open();
        Bench second = sheet.bench(ZEUES, "request-2");
        assertThatThrownBy(second::open).hasMessageContaining("is locked by migration \"" + bench.migration() + "\"");
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        // When
        Opened opened = second.open();
        // Then
        assertThat(opened.alreadyMigrated()).isTrue();
        assertThat(sheet.book().hasNamedRange("sheetway_lock")).isFalse();
    }

    @Test
    void writesAuditRowsDirectlyBehindTheLastOne() {
        // Given
        MigrationPlan audited = TestPlans.audited(ZEUES, "Metadata");
        List<Cell> before = sheet.columns("Metadata").values().iterator().next();
        Bench withAudit = sheet.bench(audited, "request-1");
        withAudit.open();
        withAudit.expand();
        // When
        withAudit.close(
                Direction.FORWARD,
                new CompletedStep(Step.VERIFY, Direction.FORWARD, Bench.NOW, "7 of 7 checks passed"));
        // Then
        List<List<Cell>> columns = List.copyOf(sheet.columns("Metadata").values());
        int last = lastFilled(before);
        assertThat(columns.get(0)).hasSize(before.size() + 4);
        assertThat(columns.get(7).subList(last + 1, last + 5))
                .extracting(cell -> cell.content().asText())
                .containsExactly("OPEN", "ADD_COLUMNS", "VERIFY", "CLOSE");
        assertThat(columns.get(9).subList(last + 1, last + 5))
                .allSatisfy(cell ->
                        assertThat(MarkJson.read(cell.content().asText())).isPresent());
    }

    @Test
    void clearsTheValidationThatAnInsertedColumnMayInherit() {
        // Given
        sheet.emulator.admin().settings("{\"insertedDimensionValidation\":\"INHERIT\"}");
        bench.open();
        bench.expand();
        bench.close(Direction.FORWARD);
        MigrationPlan next = TestPlans.with(TestPlans.column("libre", ColumnType.TEXT)
                .after("Ocupado_Por")
                .initial(new Literal.Text("-"))
                .build());
        Bench second = sheet.bench(next, "request-2");
        second.open();
        // When
        second.expand();
        // Then
        assertThat(sheet.table().get("libre"))
                .allSatisfy(cell -> assertThat(cell.validation()).isEmpty());
    }

    private static Map<String, List<CellContent>> contents(Map<String, List<Cell>> columns) {
        Map<String, List<CellContent>> contents = new java.util.LinkedHashMap<>();
        columns.forEach((header, cells) -> contents.put(
                header,
                cells.stream()
                        .map(Cell::content)
                        // references shift with the user's column
                        .map(content -> content instanceof CellContent.Formula ? CellContent.BLANK : content)
                        .toList()));
        return contents;
    }

    private static int lastFilled(List<Cell> column) {
        int last = column.size() - 1;
        while (column.get(last).content().isBlank()) {
            last--;
        }
        return last;
    }
}
