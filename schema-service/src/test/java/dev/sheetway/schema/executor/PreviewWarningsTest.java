package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.wire.PlanReader;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewWarningsTest {
    private final MemorySheet sheet = SampleSheets.small();

    private List<String> warnings(String where) {
        MigrationPlan plan = PlanReader.readText("""
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: zeues, from: "2.1", to: "3.0" }
                spec:
                  tab: Operaciones
                  keyColumn: TAG_SPOOL
                  changes:
                    - addColumn: { name: version, type: integer%s }
                """.formatted(where), "test");
        return new Bench(sheet, sheet.id, plan, "request-1").preview().warnings();
    }

    private void formula(String tab, int row, int column, String text) {
        sheet.tab(tab).set(row, column, new CellContent.Formula(text, ""));
    }

    @Test
    void nothingIsSaidOfAColumnAtTheEndAndNothingMoreIsRead() {
        assertThat(warnings("")).isEmpty();
        assertThat(sheet.count("get")).as("header, then the key column").isEqualTo(2);
    }

    @Test
    void aColumnInTheMiddleIsTold() {
        assertThat(warnings(", after: NV"))
                .singleElement()
                .asString()
                .isEqualTo(
                        "columns from C on move right to make room for \"version\"; no formula or named range refers to"
                                + " them; programs that know columns by number do not notice");
    }

    @Test
    void formulasThatMayMeanADroppedColumnByTextOrNumberAreNamed() {
        // Given
        formula("Metadata", 1, 2, "=VLOOKUP(\"x\",Operaciones!A:C,2)");
        formula("Metadata", 1, 3, "=QUERY(Operaciones!A:C,\"select C\")");
        formula("Metadata", 1, 4, "=SUM(Operaciones!A:C)");
        MigrationPlan plan = ChangePlans.with(new DropColumn("Ubicación"));
        // When
        List<String> warnings =
                new Bench(sheet, sheet.id, plan, "request-1").preview().warnings();
        // Then
        assertThat(warnings)
                .containsExactly(
                        "\"Ubicación\" goes and columns behind move left, and 2 formulas look columns up by number"
                                + " or by text, which Google does not shift and which may mean what goes: \"Metadata\"!C2,"
                                + " \"Metadata\"!D2; check each");
    }

    @Test
    void formulasIntoWhatMovesAreToldApartByWhetherGoogleShiftsThem() {
        // Given
        formula("Operaciones", 1, 4, "=A2+D2");
        formula("Metadata", 1, 1, "=SUM(Operaciones!D:D)");
        formula("Metadata", 1, 2, "=VLOOKUP(\"x\",Operaciones!A:E,4)");
        formula("Metadata", 1, 3, "=INDIRECT(\"Operaciones!D2\")");
        formula("Metadata", 1, 4, "=SUM(Operaciones!A:B)");
        // When
        List<String> warnings = warnings(", after: NV");
        // Then
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0))
                .contains("2 formulas look columns up by number or by text", "\"Metadata\"!C2", "\"Metadata\"!D2");
        assertThat(warnings.get(1)).contains("2 formulas refer to them", "\"Operaciones\"!E2", "\"Metadata\"!B2");
    }
}
