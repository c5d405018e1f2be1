package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.event.StepResult.Previewed;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.schema.TestPlans;
import org.junit.jupiter.api.Test;

/** What a preview tells of the batch: each request, and nothing that stands in a cell. */
class PreviewBatchTest {

    @Test
    void tellsEachRequestOfThreeNewColumnsAndTheirAuditRow() {
        // Given
        MemorySheet sheet = SampleSheets.small();
        Bench bench = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        // When
        Previewed previewed = bench.preview();
        // Then
        assertThat(previewed.batch().orElseThrow()).hasSameSizeAs(previewed.requests());
        assertThat(previewed.batch().orElseThrow())
                .contains(
                        "insertDimension: Operaciones!F:H",
                        "updateCells: Operaciones!F1:H1, \"Ocupado_Por\", \"Fecha_Ocupacion\", \"version\"",
                        "repeatCell: Operaciones!G2:G10, each format DATE yyyy-mm-dd",
                        "repeatCell: Operaciones!H2:H3, each \"0\"",
                        "createDeveloperMetadata: Operaciones!H:H, our mark",
                        "updateCells: Metadata!A3:J3, the audit row of this step");
    }

    @Test
    void whatComesFromTheSheetIsCountedAndNotTold() {
        // Given
        MemorySheet sheet = ChangeSheets.small();
        Bench bench = new Bench(
                sheet,
                sheet.id,
                ChangePlans.with(
                        new RenameColumn("Ubicación", "Lugar"),
                        ChangePlans.toDate("Fecha"),
                        new Backfill("NV", "row.tagspool", false)),
                "request-1");
        // When
        Previewed previewed = bench.preview();
        // Then
        assertThat(previewed.batch().orElseThrow()).hasSameSizeAs(previewed.requests());
        assertThat(previewed.batch().orElseThrow())
                .contains("updateCells: Operaciones!D1:D1, \"Lugar\"")
                .anyMatch(line -> line.startsWith("updateCells: Operaciones!E2:E3, 2 cells, computed from"));
        assertThat(String.join("\n", previewed.batch().orElseThrow()))
                .doesNotContain("MK-", "Taller", "N-2", "46042", "46096");
    }
}
