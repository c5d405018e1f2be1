package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

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
