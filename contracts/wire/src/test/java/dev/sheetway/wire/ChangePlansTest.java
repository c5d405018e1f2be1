package dev.sheetway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes beside addColumn: their shape in a plan file and what the lint says of them. */
class ChangePlansTest {
    private static final String PLAN = """
            apiVersion: sheetway.dev/v1
            kind: MigrationPlan
            metadata: { name: zeues, from: "3.0", to: "3.1" }
            spec:
              tab: Operaciones
              keyColumn: TAG_SPOOL
              changes:
                - %s
            """;

    private static MigrationPlan plan(String... changes) {
        return PlanReader.readText(PLAN.formatted(String.join("\n    - ", changes)), "plan.yaml");
    }

    @Test
    void readsEveryKindWithItsDefaultsAndSurvivesTheWayToJsonAndBack() {
        // When
        MigrationPlan plan = plan(
                "renameColumn: { from: Ocupado_Por, to: Titular }",
                "dropColumn: { name: version }",
                "convertColumn: { name: Fecha_Materiales, to: date, format: dd-mm-yyyy }",
                "backfill: { column: Cliente, value: 'row.nv' }",
                "setValidation: { column: Item_OC, oneOf: [A, B] }",
                "setValidation: { column: OC, pattern: '^\\d+$', strict: false }",
                "setValidation: { column: CT, remove: true }",
                "addTab: { title: Uniones, headers: [ID, OT] }");
        // Then
        assertThat(plan.changes())
                .containsExactly(
                        new RenameColumn("Ocupado_Por", "Titular"),
                        new DropColumn("version"),
                        new ConvertColumn(
                                "Fecha_Materiales",
                                ColumnType.DATE,
                                Optional.of("dd-mm-yyyy"),
                                ConvertColumn.DateOrder.DAY_FIRST,
                                ConvertColumn.DecimalMark.POINT),
                        new Backfill("Cliente", "row.nv", false),
                        new SetValidation("Item_OC", new SetValidation.OneOf(List.of("A", "B")), true),
                        new SetValidation("OC", new SetValidation.Pattern("^\\d+$"), false),
                        new SetValidation("CT", new SetValidation.Anything(), true),
                        new AddTab("Uniones", List.of("ID", "OT"), false));
        MigrationPlan again = PlanJson.fromJson(PlanJson.toJson(plan));
        assertThat(again).isEqualTo(plan);
        assertThat(PlanJson.checksum(again)).isEqualTo(PlanJson.checksum(plan));
    }

    @Test
    void tellsTheLineOfAProblemInAChange() {
        assertThatThrownBy(() -> plan("dropColumn: { name: version }", "renameColumn: { from: version, to: revision }"))
                .hasMessageStartingWith("plan.yaml:9:")
                .hasMessageContaining("\"version\" or its new name is dropped by the same plan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dropColumn: { name: a }, addColumn: { name: b, type: text } | expected one kind of change by its name
            renmeColumn: { from: a, to: b }                             | renmeColumn
            renameColumn: { from: A_b, to: a B }                        | is the same column to every reader
            renameColumn: { from: a, to: "=b" }                         | looks like a formula
            addColumn: { name: a, type: text, initial: "=1+1" }         | looks like a formula
            dropColumn: { name: tag spool }                             | is the key column
            convertColumn: { name: TAG_SPOOL, to: integer }             | is the key column
            setValidation: { column: a }                                | setValidation
            setValidation: { column: a, pattern: "(" }                  | pattern
            setValidation: { column: a, oneOf: ["=x"] }                 | looks like a formula
            backfill: { column: a, value: "row.b +" }                   | not an expression: line 1, column
            backfill: { column: a, value: "row.keys" , overwrite: 3 }   | overwrite
            backfill: { column: a, value: "[row.b]" }                   | yields list
            addTab: { title: operaciones }                              | is another tab of the plan
            addTab: { title: sheetway_x }                               | kept for archives
            addTab: { title: x, headers: [a b, A_B] }                   | are the same column
            """)
    void refusesOneChange(String change, String message) {
        String flow = change.contains("}, ") ? "{ " + change + " }" : change;
        assertThatThrownBy(() -> plan(flow)).isInstanceOf(InvalidPlan.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dropColumn: { name: a }              | dropColumn: { name: A }                        | has a dropColumn already
            dropColumn: { name: a }              | backfill: { column: a, value: 'row.b' }         | has a dropColumn already
            convertColumn: { name: a, to: date } | setValidation: { column: a, oneOf: [x] }        | has a convertColumn already
            renameColumn: { from: a, to: b }     | renameColumn: { from: c, to: B }                | are the same column
            renameColumn: { from: a, to: b }     | addColumn: { name: b, type: text }              | are the same column
            renameColumn: { from: a, to: b }     | dropColumn: { name: b }                         | dropped by the same plan
            addColumn: { name: a, type: text }   | backfill: { column: a, value: 'row.b' }         | is added by the same plan
            dropColumn: { name: a }              | addColumn: { name: b, type: text, after: a }    | is dropped by the same plan
            """)
    void refusesTwoChangesThatMeetInOneColumn(String one, String other, String message) {
        assertThatThrownBy(() -> plan(one, other))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageContaining(message);
    }

    @Test
    void letsARenamedColumnBeConverted() {
        assertThat(plan("renameColumn: { from: a, to: b }", "convertColumn: { name: b, to: date }")
                        .changes())
                .hasSize(2);
    }
}
