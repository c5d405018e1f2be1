package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Previewed;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.MarkJson;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.GridArea;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpandPlannerTest {
    private static final AuditTab AUDIT = new AuditTab(8, 42, ZoneId.of("America/Santiago"));

    @Test
    void insertsBeforeItWritesAndWritesOnlyIntoWhatItInserted() {
        // Given
        MigrationPlan plan = TestPlans.with(
                TestPlans.column("A", ColumnType.TEXT).after("id").pattern("a+").build(),
                TestPlans.VERSION,
                TestPlans.column("B", ColumnType.DATE).after("A").build());
        SheetSnapshot sheet =
                Sheets.header("id", "TAG_SPOOL", "NV").audited(AUDIT).snapshot();
        // When
        List<Effect> effects = write(sheet, plan).effects();
        // Then
        Set<Integer> columns = new HashSet<>();
        Set<Integer> auditRows = new HashSet<>();
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.InsertColumns e ->
                    IntStream.range(e.at(), e.at() + e.count()).forEach(columns::add);
                case Effect.InsertRows e ->
                    IntStream.range(e.at(), e.at() + e.count()).forEach(auditRows::add);
                case Effect.WriteCells e
                when e.sheetId() == AUDIT.sheetId() -> assertThat(auditRows).contains(e.row());
                case Effect.WriteCells e ->
                    IntStream.range(e.column(), e.column() + e.rows().getFirst().size())
                            .forEach(column -> assertThat(columns).contains(column));
                case Effect.FillCells e -> assertInside(e.area(), columns);
                case Effect.SetValidation e -> assertInside(e.area(), columns);
                case Effect.AnchorColumn e -> assertThat(columns).contains(e.column());
                case Effect.RemoveMetadata e -> throw new AssertionError(e);
                case Effect.PutSpreadsheetMetadata e -> throw new AssertionError(e);
                case Effect.AddTab e -> throw new AssertionError(e);
                case Effect.CopyCells e -> throw new AssertionError(e);
                case Effect.CopyRules e -> throw new AssertionError(e);
                case Effect.RetireTab e -> throw new AssertionError(e);
                case Effect.PutCells e -> throw new AssertionError(e);
                case Effect.RenameTab e -> throw new AssertionError(e);
                case Effect.DeleteColumns e -> throw new AssertionError(e);
                case Effect.TakeLock e -> throw new AssertionError(e);
                case Effect.ReleaseLock e -> throw new AssertionError(e);
            }
        }
        assertThat(columns).containsExactlyInAnyOrder(1, 2, 5);
    }

    @Test
    void insertsAtTheEndOfTheHeaderEvenWhereTheGridHasSpareColumns() {
        // Given
        SheetSnapshot sheet = Sheets.header("id", "TAG_SPOOL").snapshot();
        // When
        List<Effect> effects = write(sheet, TestPlans.zeues()).effects();
        // Then
        assertThat(sheet.tab().columnCount()).isEqualTo(5);
        assertThat(effects).startsWith(new Effect.InsertColumns(7, 2, 3, true));
    }

    @Test
    void givesTheSameAnchorToEveryAttempt() {
        // Given
        SheetSnapshot sheet = Sheets.header("id", "TAG_SPOOL").snapshot();
        // When
        Expanded one = write(sheet, TestPlans.zeues()).result();
        Expanded other = write(sheet, TestPlans.zeues()).result();
        // Then
        assertThat(one).isEqualTo(other);
        assertThat(one.columns())
                .extracting(column -> column.anchorId())
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
        assertThat(one.columns().getFirst().anchorId()).isEqualTo(Anchor.id(Sheets.MIGRATION, "ocupado por"));
    }

    @Test
    void writesOneBlockWhereRealRowsAreScattered() {
        // Given
        RowRanges.Builder scattered = new RowRanges.Builder();
        IntStream.range(0, 250).forEach(i -> scattered.add(1 + 2 * i));
        SheetSnapshot sheet = Sheets.header("id", "TAG_SPOOL")
                .rows(1_000)
                .real(scattered.build())
                .snapshot();
        // When
        List<Effect> effects = write(sheet, TestPlans.with(TestPlans.VERSION)).effects();
        // Then
        List<Effect.WriteCells> blocks = effects.stream()
                .filter(Effect.WriteCells.class::isInstance)
                .map(Effect.WriteCells.class::cast)
                .filter(write -> write.row() > 0)
                .toList();
        assertThat(blocks).singleElement().satisfies(block -> {
            assertThat(block.row()).isEqualTo(1);
            assertThat(block.rows()).hasSize(499);
            assertThat(block.rows().get(0).getFirst().content()).contains(new CellContent.Number(0));
            assertThat(block.rows().get(1).getFirst().content()).contains(CellContent.BLANK);
            assertThat(block.rows().get(498).getFirst().content()).contains(new CellContent.Number(0));
        });
    }

    @Test
    void storesDatesAsSerialDays() {
        // Given
        SheetSnapshot sheet = Sheets.header("id", "TAG_SPOOL").snapshot();
        MigrationPlan plan = TestPlans.with(TestPlans.column("since", ColumnType.DATE)
                .initial(new Literal.Text("2026-03-15"))
                .build());
        // When
        List<Effect> effects = write(sheet, plan).effects();
        // Then
        assertThat(effects)
                .contains(new Effect.FillCells(
                        new GridArea(7, 1, 100, 2, 3), Effect.CellWrite.of(new CellContent.Number(46096))));
    }

    @Test
    void addsAnAuditRowOfTenColumnsWithValidJson() {
        // Given
        SheetSnapshot sheet = Sheets.header("id", "TAG_SPOOL").audited(AUDIT).snapshot();
        // When
        List<Effect> effects = write(sheet, TestPlans.zeues()).effects();
        // Then
        assertThat(effects.get(effects.size() - 2)).isEqualTo(new Effect.InsertRows(8, 42, 1, true));
        Effect.WriteCells row = (Effect.WriteCells) effects.getLast();
        List<String> texts = row.rows().getFirst().stream()
                .map(cell -> cell.content().orElseThrow().asText())
                .toList();
        assertThat(row.row()).isEqualTo(42);
        assertThat(texts).hasSize(AuditTab.COLUMNS);
        // half past eight in the evening in Santiago
        assertThat(texts.subList(1, 9))
                .containsExactly(
                        "2026-01-26T23:30:00Z",
                        "MIGRATION_SCHEMA",
                        "",
                        "0",
                        "SYSTEM",
                        "MIGRATION",
                        "ADD_COLUMNS",
                        "26-01-2026");
        var json = MarkJson.read(texts.get(9)).orElseThrow();
        assertThat(json.get("columns")).hasSize(3);
        assertThat(json.get("columns").get(0).textValue()).isEqualTo("Ocupado_Por");
    }

    @Test
    void previewsTheRequestsInTheirOrder() {
        // Given
        SheetSnapshot sheet = Sheets.header("id", "TAG_SPOOL").snapshot();
        // When
        Planned<Previewed> planned = PreviewPlanner.plan(sheet, Sheets.task(Step.OPEN, TestPlans.zeues()));
        // Then
        Previewed preview = ((Planned.NothingToDo<Previewed>) planned).result();
        assertThat(preview.headersAfter())
                .containsExactly("id", "TAG_SPOOL", "Ocupado_Por", "Fecha_Ocupacion", "version");
        assertThat(preview.realRows()).isEqualTo(99);
        assertThat(preview.requests())
                .containsExactly(
                        "addNamedRange",
                        "createDeveloperMetadata",
                        "insertDimension",
                        "updateCells",
                        "repeatCell",
                        "setDataValidation",
                        "createDeveloperMetadata",
                        "repeatCell",
                        "setDataValidation",
                        "createDeveloperMetadata",
                        "repeatCell",
                        "setDataValidation",
                        "repeatCell",
                        "createDeveloperMetadata");
    }

    private static Planned.Write<Expanded> write(SheetSnapshot sheet, MigrationPlan plan) {
        Planned<Expanded> planned = ExpandPlanner.plan(sheet, Sheets.task(Step.EXPAND, plan));
        assertThat(planned).isInstanceOf(Planned.Write.class);
        return (Planned.Write<Expanded>) planned;
    }

    private static void assertInside(GridArea area, Set<Integer> columns) {
        IntStream.range(area.startColumn(), area.endColumn())
                .forEach(column -> assertThat(columns).contains(column));
    }
}
