package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of a migration whose reader answers structure and cells in one. */
class CallBudgetTest {
    private final MemorySheet sheet = SampleSheets.small();

    @Test
    void takesThreeReadsAndThreeWritesWhenThePlanTellsTheHeader() {
        // Given
        Bench bench = new Bench(
                sheet,
                sheet.id,
                TestPlans.expecting(TestPlans.zeues(), OptionalInt.of(5), SampleSheets.HEADERS),
                "request-1");
        // When
        bench.open();
        Expanded expanded = bench.expand();
        bench.initialise(expanded);
        bench.close(Direction.FORWARD);
        // Then
        assertThat(sheet.calls).containsExactly("get", "batch", "get", "batch", "get", "batch");
    }

    @Test
    void takesOneReadMoreWhenItMustLookForTheKeyColumnFirst() {
        // Given
        Bench bench = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");
        // When
        bench.open();
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        // Then
        assertThat(sheet.calls).containsExactly("get", "get", "batch", "get", "batch", "get", "batch");
    }

    @Test
    void takesNoCallMoreForAuditRows() {
        // Given
        Bench bench = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        // When
        bench.open();
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        // Then
        assertThat(sheet.calls).containsExactly("get", "get", "batch", "get", "batch", "get", "batch");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(2, new RenameColumn("ubicacion", "Lugar")),
                Arguments.of(9, new DropColumn("NV")),
                Arguments.of(5, ChangePlans.toDate("Fecha")),
                Arguments.of(5, new Backfill("NV", "\"N-\" + string(row.id)", false)),
                Arguments.of(5, new SetValidation("NV", new SetValidation.OneOf(List.of("N-1", "N-2")), true)),
                Arguments.of(3, new AddTab("Uniones", List.of("ID", "OT"), false)));
    }

    /** {@code ./sheetway plan show} adds up the same figures (ExpectedTest of the command), and the backup's read by verify. */
    @ParameterizedTest
    @MethodSource("changes")
    void takesSoManyReadsMoreForAChangeOfWhatIsThere(int more, Change change) {
        // Given
        MemorySheet changing = ChangeSheets.small();
        MemoryTab other = new MemoryTab(78, "Otra", 5, 5, false);
        changing.tabs.add(other);
        Bench bench = new Bench(changing, changing.id, ChangePlans.with(change), "request-1");
        // When
        bench.open();
        bench.expand();
        // Then
        assertThat(changing.count("get")).isEqualTo(3 + more);
        assertThat(changing.count("batch")).isEqualTo(2);
    }

    @Test
    void initialisesLateRowsAndOnlyTheirBlankCells() {
        // Given
        Bench bench = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");
        bench.open();
        Expanded expanded = bench.expand();
        MemoryTab table = sheet.tab("Operaciones");
        table.set(6, 2, "MK-6");
        table.set(7, 2, "MK-7");
        table.set(7, 7, 4);
        // When
        var initialised = bench.initialise(expanded);
        // Then
        assertThat(initialised.rows()).isEqualTo(1);
        assertThat(table.contents(7).subList(6, 9))
                .containsExactly(new CellContent.Number(0), new CellContent.Number(4), CellContent.BLANK);
    }

    @Test
    void followsTheAnchorOfAColumnThatWasMovedAndRenamed() {
        // Given
        Bench bench = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");
        bench.open();
        Expanded expanded = bench.expand();
        MemoryTab table = sheet.tab("Operaciones");
        table.insertColumns(0, 2);
        table.set(0, 9, "versión nueva");
        table.set(6, 4, "MK-6");
        // When
        var initialised = bench.initialise(expanded);
        // Then
        assertThat(initialised.rows()).isEqualTo(1);
        assertThat(table.cell(6, 9).content()).isEqualTo(new CellContent.Number(0));
        assertThat(sheet.calls.subList(5, sheet.calls.size())).isEqualTo(List.of("get", "get", "batch"));
    }
}
