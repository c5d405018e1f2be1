package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.workspace.CellContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of plan in three phases: after expand, after rollback, after completion. */
class MigrationPhasesTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(
                        "three columns at the end",
                        TestPlans.zeues(),
                        List.of(
                                "id",
                                "NV",
                                "TAG_SPOOL",
                                "Ubicación",
                                "Precio Total",
                                "Ocupado_Por",
                                "Fecha_Ocupacion",
                                "version")),
                Arguments.of(
                        "one behind the key column",
                        TestPlans.with(TestPlans.column("Peso", ColumnType.NUMBER)
                                .after("tag spool")
                                .build()),
                        List.of("id", "NV", "TAG_SPOOL", "Peso", "Ubicación", "Precio Total")),
                Arguments.of(
                        "two places at once",
                        TestPlans.with(
                                TestPlans.column("A", ColumnType.TEXT)
                                        .after("id")
                                        .build(),
                                TestPlans.column("B", ColumnType.BOOLEAN).build(),
                                TestPlans.column("C", ColumnType.TEXT)
                                        .after("A")
                                        .build()),
                        List.of("id", "A", "C", "NV", "TAG_SPOOL", "Ubicación", "Precio Total", "B")),
                Arguments.of(
                        "an initial text that looks like a formula",
                        TestPlans.with(TestPlans.column("nota", ColumnType.TEXT)
                                .initial(new Literal.Text("=1+1"))
                                .build()),
                        List.of("id", "NV", "TAG_SPOOL", "Ubicación", "Precio Total", "nota")),
                Arguments.of(
                        "without a key column",
                        TestPlans.key(TestPlans.zeues(), Optional.empty()),
                        List.of(
                                "id",
                                "NV",
                                "TAG_SPOOL",
                                "Ubicación",
                                "Precio Total",
                                "Ocupado_Por",
                                "Fecha_Ocupacion",
                                "version")),
                Arguments.of(
                        "with an audit tab",
                        TestPlans.audited(TestPlans.zeues(), "Metadata"),
                        List.of(
                                "id",
                                "NV",
                                "TAG_SPOOL",
                                "Ubicación",
                                "Precio Total",
                                "Ocupado_Por",
                                "Fecha_Ocupacion",
                                "version")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void expandsAndKeepsEveryOldCell(String name, MigrationPlan plan, List<String> headers) {
        // Given
        MemorySheet sheet = SampleSheets.small();
        List<List<CellContent>> before = columns(sheet);
        Bench bench = new Bench(sheet, sheet.id, plan, "request-1");
        bench.open();
        // When
        Expanded expanded = bench.expand();
        // Then
        MemoryTab table = sheet.tab("Operaciones");
        assertThat(table.texts(0)).isEqualTo(headers);
        assertThat(expanded.columnsBefore()).isEqualTo(5);
        assertThat(expanded.columnsAfter()).isEqualTo(headers.size());
        expanded.columns()
                .forEach(column -> assertThat(headers.get(column.columnIndex())).isEqualTo(column.name()));
        List<Integer> ours =
                expanded.columns().stream().map(column -> column.columnIndex()).toList();
        List<List<CellContent>> left = new ArrayList<>();
        for (int column = 0; column < table.width(); column++) {
            if (!ours.contains(column)) {
                left.add(table.contents(column));
            }
        }
        assertThat(left).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rollsBackToExactlyTheOldTable(String name, MigrationPlan plan, List<String> headers) {
        // Given
        MemorySheet sheet = SampleSheets.small();
        List<List<CellContent>> before = columns(sheet);
        Bench bench = new Bench(sheet, sheet.id, plan, "request-1");
        bench.open();
        Expanded expanded = bench.expand();
        int written = expanded.columns().getFirst().columnIndex();
        sheet.tab("Operaciones").set(8, written, "typed later");
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(columns(sheet)).isEqualTo(before);
        assertThat(contracted.deletedColumns()).hasSize(plan.addedColumns().size());
        assertThat(contracted.columnsAfter()).isEqualTo(5);
        MemoryTab archive = sheet.tab(contracted.archiveTab().orElseThrow());
        assertThat(archive.hidden).isTrue();
        String key = plan.keyColumn().orElse("");
        assertThat(archive.texts(0).subList(written, written + 1))
                .as("where it stood")
                .isSubsetOf(contracted.deletedColumns());
        assertThat(archive.texts(0).stream().filter(text -> !text.isEmpty() && !text.equals(key)))
                .containsExactlyInAnyOrderElementsOf(contracted.deletedColumns());
        assertThat(key.isEmpty() || archive.texts(0).getLast().equals(key))
                .as("whose values they are")
                .isTrue();
        assertThat(archive.texts(8)).contains("typed later");
        assertThat(sheet.tab("Operaciones").metadata()) // those by which the batch could be taken back, until close
                .allSatisfy(mark -> assertThat(mark.key()).isEqualTo("sheetway.spot"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void completesAndIsNotRunAgain(String name, MigrationPlan plan, List<String> headers) {
        // Given
        MemorySheet sheet = SampleSheets.small();
        Bench bench = new Bench(sheet, sheet.id, plan, "request-1");
        bench.open();
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        int writes = sheet.batches.size();
        // When
        Opened again = new Bench(sheet, sheet.id, plan, "request-2").open();
        // Then
        assertThat(again.alreadyMigrated()).isTrue();
        assertThat(sheet.batches).hasSize(writes);
        assertThat(sheet.owner()).isEmpty();
        assertThat(Marks.of(sheet.open(sheet.id)).version("zeues"))
                .hasValueSatisfying(version -> assertThat(version.version()).isEqualTo("3.0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void migratesAgainAfterARollback(String name, MigrationPlan plan, List<String> headers) {
        // Given
        MemorySheet sheet = SampleSheets.small();
        Bench first = new Bench(sheet, sheet.id, plan, "request-1");
        first.open();
        first.expand();
        first.contract();
        first.close(Direction.ROLLBACK);
        Bench second = new Bench(sheet, sheet.id, plan, "request-2");
        // When
        Opened opened = second.open();
        second.expand();
        // Then
        assertThat(opened.alreadyMigrated()).isFalse();
        assertThat(sheet.tab("Operaciones").texts(0)).isEqualTo(headers);
    }

    private static List<List<CellContent>> columns(MemorySheet sheet) {
        MemoryTab table = sheet.tab("Operaciones");
        List<List<CellContent>> columns = new ArrayList<>();
        for (int column = 0; column < table.width(); column++) {
            columns.add(table.contents(column));
        }
        return columns;
    }
}
