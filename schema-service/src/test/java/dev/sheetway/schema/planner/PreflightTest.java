package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreflightTest {
    private static final MigrationPlan ZEUES = TestPlans.zeues();

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "locked",
                        Sheets.header("id", "TAG_SPOOL").lockedBy("8d1f"),
                        ZEUES,
                        "spreadsheet \"1ab\" is locked by migration \"8d1f\": expected no lock; nothing written;"
                                + " let it end or roll it back, then ask again"),
                Arguments.of(
                        "wrong-version",
                        Sheets.header("id", "TAG_SPOOL")
                                .recorded("zeues", "4.0")
                                .recorded("other", "2.1"),
                        ZEUES,
                        "spreadsheet \"1ab\" has version \"4.0\" of schema \"zeues\": expected \"2.1\" or \"3.0\";"
                                + " nothing written; run the plans between first, or correct metadata.from"),
                Arguments.of(
                        "empty-header",
                        Sheets.header("", " "),
                        ZEUES,
                        "row 1 of tab \"Operaciones\" of spreadsheet \"1ab\" has no header: expected column names;"
                                + " nothing written; correct spec.headerRow"),
                Arguments.of(
                        "missing-key-column",
                        Sheets.header("id", "TAG"),
                        ZEUES,
                        "key column \"TAG_SPOOL\" is not in tab \"Operaciones\" of spreadsheet \"1ab\":"
                                + " expected a header of that name; nothing written; correct spec.keyColumn"),
                Arguments.of(
                        "duplicate-header",
                        Sheets.header("id", "TAG_SPOOL", "NV", "Tag Spool"),
                        ZEUES,
                        "column \"TAG_SPOOL\" stands at B1 and D1 of tab \"Operaciones\" of spreadsheet \"1ab\":"
                                + " expected once, after case, accents, spaces, _ and / are dropped; nothing written;"
                                + " rename all but one"),
                Arguments.of(
                        "duplicate-header",
                        Sheets.header("TAG_SPOOL", "Versión", "version"),
                        ZEUES,
                        "column \"version\" stands at B1 and C1 of tab \"Operaciones\" of spreadsheet \"1ab\":"
                                + " expected once, after case, accents, spaces, _ and / are dropped; nothing written;"
                                + " rename all but one"),
                Arguments.of(
                        "header-exists",
                        Sheets.header("TAG_SPOOL", "NV", "ocupado pór"),
                        ZEUES,
                        "column \"Ocupado_Por\" is already in tab \"Operaciones\" of spreadsheet \"1ab\" at C1 as"
                                + " \"ocupado pór\": expected absent; nothing written; rename it or set adopt: true"),
                Arguments.of(
                        "header-exists",
                        Sheets.header("TAG_SPOOL", "version").anchored(1, "2.1"),
                        ZEUES,
                        "column \"version\" is already in tab \"Operaciones\" of spreadsheet \"1ab\" at B1 as"
                                + " \"version\": expected absent; nothing written; rename it or set adopt: true"),
                Arguments.of(
                        "header-exists",
                        Sheets.header("TAG_SPOOL", "version")
                                .cells(1, new ColumnCells(RowRanges.NONE, Set.of(CellKind.INTEGER, CellKind.FORMULA))),
                        TestPlans.with(TestPlans.column("version", ColumnType.INTEGER)
                                .adopt()
                                .build()),
                        "column \"version\" is already in tab \"Operaciones\" of spreadsheet \"1ab\" at B1 with type"
                                + " formula: expected absent or integer; nothing written; rename it or convert its"
                                + " cells"),
                Arguments.of(
                        "unexpected-columns",
                        Sheets.header("id", "TAG_SPOOL", "", "NV"),
                        TestPlans.expecting(ZEUES, OptionalInt.of(4), List.of()),
                        "tab \"Operaciones\" of spreadsheet \"1ab\" has 3 columns with a header: expected 4; nothing"
                                + " written; see who changed the sheet, then correct spec.expect.columns"),
                Arguments.of(
                        "header-drift",
                        Sheets.header("id", "MatSys", "TAG_SPOOL"),
                        TestPlans.expecting(ZEUES, OptionalInt.empty(), List.of("ID", "tag spool")),
                        "the header of tab \"Operaciones\" of spreadsheet \"1ab\" drifted at B1: expected"
                                + " \"tag spool\", found \"MatSys\": column \"MatSys\" was inserted; nothing written; see who changed the sheet, then"
                                + " correct spec.expect.headers"),
                Arguments.of(
                        "header-drift",
                        Sheets.header("id", "TAG_SPOOL"),
                        TestPlans.expecting(ZEUES, OptionalInt.empty(), List.of("id", "TAG_SPOOL", "NV")),
                        "the header of tab \"Operaciones\" of spreadsheet \"1ab\" drifted at C1: expected \"NV\","
                                + " found nothing: column \"NV\" was deleted; nothing written; see who changed the sheet, then correct"
                                + " spec.expect.headers"),
                Arguments.of(
                        "unknown-after-column",
                        Sheets.header("id", "TAG_SPOOL"),
                        TestPlans.with(TestPlans.column("A", ColumnType.TEXT)
                                .after("Armador")
                                .build()),
                        "column \"A\" is to stand after \"Armador\", which is not in tab \"Operaciones\" of"
                                + " spreadsheet \"1ab\": expected a header of that name or a column that the plan adds"
                                + " before it; nothing written; correct `after`"),
                Arguments.of(
                        "duplicate-plan-column",
                        Sheets.header("id", "TAG_SPOOL"),
                        TestPlans.with(
                                TestPlans.column("A b", ColumnType.TEXT).build(),
                                TestPlans.column("a_B", ColumnType.TEXT).build()),
                        "the plan adds \"A b\" and \"a_B\" to tab \"Operaciones\" of spreadsheet \"1ab\", which are"
                                + " one name after case, accents, spaces, _ and / are dropped: expected different"
                                + " ones; nothing written; rename one"),
                Arguments.of(
                        "bad-initial-value",
                        Sheets.header("id", "TAG_SPOOL"),
                        TestPlans.with(TestPlans.column("since", ColumnType.DATE)
                                .initial(new Literal.Text("31.1.2026"))
                                .build()),
                        "the initial value of column \"since\" for tab \"Operaciones\" of spreadsheet \"1ab\" cannot"
                                + " be read: expected a day such as 2026-01-31; nothing written; correct `initial`"),
                Arguments.of(
                        "cell-limit",
                        Sheets.header("id", "TAG_SPOOL").rows(1_250_000),
                        ZEUES,
                        "spreadsheet \"1ab\" would have 10001000 cells: expected at most 10000000; nothing written;"
                                + " delete unused rows of the grid"));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("refusals")
    void refusesBeforeAnyWrite(String code, Sheets sheet, MigrationPlan plan, String message) {
        // Given
        SheetSnapshot snapshot = sheet.snapshot();
        // When
        Planned<Opened> planned = OpenPlanner.plan(snapshot, Sheets.task(Step.OPEN, plan));
        // Then
        assertThat(planned).isEqualTo(new Planned.Refused<>(Failure.of(FailureClass.FAILED, code, message)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("refusals")
    void refusesTheSameBeforeTheExpandBatch(String code, Sheets sheet, MigrationPlan plan, String message) {
        // Given
        SheetSnapshot snapshot = sheet.snapshot();
        // When
        var planned = ExpandPlanner.plan(snapshot, Sheets.task(Step.EXPAND, plan));
        // Then
        assertThat(planned).isEqualTo(new Planned.Refused<>(Failure.of(FailureClass.FAILED, code, message)));
    }

    @Test
    void listsTheTabsWhenThePlansTabIsUnknown() {
        // Given
        Workbook book = book(tab(7, "Operaciones", 100, 5), tab(8, "Metadata", 100, 9));
        // When
        Optional<Failure> refusal = StructurePreflight.table(book, TestPlans.onTab(ZEUES, "Operacones"), false);
        // Then
        assertThat(refusal)
                .contains(Failure.of(
                        FailureClass.FAILED,
                        "unknown-tab",
                        "tab \"Operacones\" is not in spreadsheet \"1ab\": expected one of \"Operaciones\","
                                + " \"Metadata\"; nothing written; correct spec.tab"));
    }

    @Test
    void aTabThatVanishedFromAMigrationUnderWayIsForAPerson() {
        Workbook book = book(tab(7, "Operaciones", 100, 5));

        Failure gone = StructurePreflight.table(book, TestPlans.onTab(ZEUES, "Operacones"), true)
                .orElseThrow();

        assertThat(gone.failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(gone.code()).isEqualTo("tab-gone");
    }

    @Test
    void refusesAHeaderRowBeyondTheGrid() {
        // Given
        Workbook book = book(tab(7, "Operaciones", 100, 5));
        // When
        Optional<Failure> refusal = StructurePreflight.table(book, TestPlans.headerRow(ZEUES, 101), false);
        // Then
        assertThat(refusal).hasValueSatisfying(failure -> assertThat(failure.message())
                .isEqualTo("header row 101 is not in tab \"Operaciones\" of spreadsheet \"1ab\": expected 1 to"
                        + " 100; nothing written; correct spec.headerRow"));
    }

    @Test
    void refusesAnAuditTabThatIsMissingOrTooNarrowOrTheTableItself() {
        // Given
        Workbook book = book(tab(7, "Operaciones", 100, 12), tab(8, "Metadata", 100, 9));
        // When
        Stream<Optional<Failure>> refusals = Stream.of("Audit", "Metadata", "operaciones")
                .map(title -> StructurePreflight.audit(book, TestPlans.audited(ZEUES, title)));
        // Then
        assertThat(refusals.map(refusal -> refusal.orElseThrow().code()))
                .containsExactly("unknown-audit-tab", "audit-tab-too-narrow", "audit-tab-is-table");
    }

    @Test
    void isAlreadyMigratedWhenTheVersionIsRecordedAndEveryColumnIsAnchored() {
        // Given
        SheetSnapshot sheet = Sheets.header("TAG_SPOOL", "ocupado por", "Fecha_Ocupacion", "version")
                .recorded("zeues", "3.0")
                .anchored(1, "3.0")
                .anchored(2, "3.0")
                .anchored(3, "3.0")
                .snapshot();
        // When
        Planned<Opened> planned = OpenPlanner.plan(
                sheet, Sheets.task(Step.OPEN, TestPlans.expecting(ZEUES, OptionalInt.of(1), List.of())));
        // Then
        assertThat(planned).isInstanceOfSatisfying(Planned.NothingToDo.class, nothing -> assertThat(
                        ((Opened) nothing.result()).alreadyMigrated())
                .isTrue());
    }

    @Test
    void isNotMigratedWhenAColumnWasDeletedSince() {
        // Given
        SheetSnapshot sheet = Sheets.header("TAG_SPOOL", "Ocupado_Por", "version")
                .recorded("zeues", "3.0")
                .anchored(1, "3.0")
                .anchored(2, "3.0")
                .snapshot();
        // When
        Planned<Opened> planned = OpenPlanner.plan(sheet, Sheets.task(Step.OPEN, ZEUES));
        // Then
        assertThat(planned).isInstanceOf(Planned.Write.class);
    }

    @Test
    void takesOverALockThatNobodyWillGiveBack() {
        // Given
        MigrationId left = MigrationId.of(new SpreadsheetId("1ab"), "refused");
        SheetSnapshot sheet =
                Sheets.header("id", "TAG_SPOOL").lockedBy(left.toString()).snapshot();
        Task task = Sheets.task(Step.OPEN, ZEUES);
        // When
        Planned<Opened> planned = OpenPlanner.plan(sheet, task, List.of(left));
        // Then
        assertThat(planned).isInstanceOfSatisfying(Planned.Write.class, write -> assertThat(write.effects())
                .isEqualTo(List.of(
                        new Effect.ReleaseLock(),
                        new Effect.TakeLock(task.header().migrationId().toString()))));
        assertThat(OpenPlanner.plan(sheet, task, List.of(MigrationId.of(new SpreadsheetId("1ab"), "another"))))
                .isInstanceOf(Planned.Refused.class);
    }

    @Test
    void doesNotCountItsOwnColumnsAsDrift() {
        // Given
        SheetSnapshot sheet =
                Sheets.header("id", "version", "TAG_SPOOL").anchored(1, "3.0").snapshot();
        MigrationPlan plan = TestPlans.expecting(ZEUES, OptionalInt.of(2), List.of("id", "TAG_SPOOL"));
        // When
        Planned<Opened> planned = OpenPlanner.plan(sheet, Sheets.task(Step.OPEN, plan));
        // Then
        assertThat(planned).isInstanceOf(Planned.Write.class);
    }

    @Test
    void doesNotCountColumnsThatABrokenOffRunLeftAsDrift() {
        // Given
        SheetSnapshot sheet =
                Sheets.header("id", "TAG_SPOOL", "Ocupado_Por", "version").snapshot();
        // When // Then
        assertThat(OpenPlanner.plan(
                        sheet,
                        Sheets.task(
                                Step.OPEN, TestPlans.expecting(ZEUES, OptionalInt.of(2), List.of("id", "TAG_SPOOL")))))
                .isInstanceOf(Planned.Write.class);
        assertThat(OpenPlanner.plan(
                        sheet, Sheets.task(Step.OPEN, TestPlans.expecting(ZEUES, OptionalInt.of(2), List.of()))))
                .isInstanceOf(Planned.Write.class);
        // somebody deleted one of four
        assertThat(OpenPlanner.plan(
                        sheet, Sheets.task(Step.OPEN, TestPlans.expecting(ZEUES, OptionalInt.of(4), List.of()))))
                .isInstanceOf(Planned.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,Nota,TAG_SPOOL      | column "NV" was renamed to "Nota"
            id,TAG_SPOOL           | column "NV" was deleted
            id,TAG_SPOOL,NV        | column "NV" was moved to C1
            id,MatSys,NV,TAG_SPOOL | column "MatSys" was inserted
            id,NV,TAG_SPOOL,Extra  | column "Extra" was inserted
            """)
    void namesWhatSomebodyDidToAKnownColumn(String header, String named) {
        // Given
        SheetSnapshot sheet = Sheets.header(header.split(",")).snapshot();
        MigrationPlan plan = TestPlans.expecting(ZEUES, OptionalInt.empty(), List.of("id", "NV", "TAG_SPOOL"));
        // When
        Planned<Opened> planned = OpenPlanner.plan(sheet, Sheets.task(Step.OPEN, plan));
        // Then
        assertThat(planned).isInstanceOfSatisfying(Planned.Refused.class, refused -> assertThat(
                        refused.failure().message())
                .contains(": " + named + "; nothing written"));
    }

    private static Workbook book(Workbook.Tab... tabs) {
        return new Workbook(Sheets.ID, "Registro", "es_CL", "America/Santiago", List.of(tabs), List.of(), List.of());
    }

    private static Workbook.Tab tab(int sheetId, String title, int rows, int columns) {
        return new Workbook.Tab(sheetId, title, 0, rows, columns, false, 0, 0, 0);
    }
}
