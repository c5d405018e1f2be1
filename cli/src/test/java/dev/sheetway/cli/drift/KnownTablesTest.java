package dev.sheetway.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.PlanReader;
import dev.sheetway.workspace.ColumnKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownTablesTest {
    private static final MigrationPlan PLAN = PlanReader.readText("""
            apiVersion: sheetway.dev/v1
            kind: MigrationPlan
            metadata: { name: spools, from: "2.1", to: "3.0" }
            spec:
              tab: Spools
              changes:
                - renameColumn: { from: Cliente, to: Comprador }
                - convertColumn: { name: Fecha, to: date }
                - dropColumn: { name: OT }
                - addColumn: { name: version, type: integer, after: Tag }
                - addColumn: { name: Zona, type: text }
            """, "test");

    private static final List<KnownColumn> BEFORE = List.of(
            new KnownColumn("Tag", List.of(1), Optional.of(ColumnKind.TEXT)),
            KnownColumn.named("OT"),
            KnownColumn.named("Cliente"),
            KnownColumn.named(""),
            KnownColumn.named("Fecha"));

    @Test
    void aBatchRenamesConvertsDropsAndInserts() {
        // Given
        Expanded expanded = new Expanded(
                "emulator",
                7,
                4,
                5,
                List.of(new PlacedColumn("version", 1, 21, false), new PlacedColumn("Zona", 5, 22, false)),
                3,
                List.of(
                        new Changed(ChangeKind.RENAMED, "Comprador", "Cliente", "OT", 3, 23, -1, 1, List.of()),
                        new Changed(ChangeKind.CONVERTED, "Fecha", "Fecha", "", 5, 24, 1, 3, List.of()),
                        new Changed(ChangeKind.DROPPED, "OT", "OT", "Tag", 1, 0, 3, 0, List.of())),
                Optional.of(new ArchiveTab(9, "sheetway_archive", 4)));
        // When
        List<KnownColumn> after = new ChangedColumns(BEFORE, PLAN).after(expanded);
        // Then
        assertThat(after)
                .extracting(KnownColumn::name)
                .containsExactly("Tag", "version", "Comprador", "", "Fecha", "Zona");
        assertThat(after.get(1)).isEqualTo(new KnownColumn("version", List.of(21), Optional.of(ColumnKind.INTEGER)));
        assertThat(after.get(2).anchors()).containsExactly(23);
        assertThat(after.get(4)).isEqualTo(new KnownColumn("Fecha", List.of(24), Optional.of(ColumnKind.DATE)));
    }
}
