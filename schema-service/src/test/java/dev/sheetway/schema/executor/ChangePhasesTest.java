package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.workspace.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change of what is there, in its phases. */
class ChangePhasesTest {
    private static final Change RENAME = new RenameColumn("ubicacion", "Lugar");
    private static final Change DROP = new DropColumn("NV");
    private static final Change CONVERT = ChangePlans.toDate("Fecha");
    private static final Change FILL = new Backfill("NV", "\"N-\" + string(row.id)", false);
    private static final Change RULE = new SetValidation("NV", new SetValidation.OneOf(List.of("N-1", "N-2")), true);
    private static final Change TAB = new AddTab("Uniones", List.of("ID", "OT"), false);

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("rename", List.of(RENAME), List.of("id", "NV", "TAG_SPOOL", "Lugar", "Fecha")),
                Arguments.of("drop", List.of(DROP), List.of("id", "TAG_SPOOL", "Ubicación", "Fecha")),
                Arguments.of("convert", List.of(CONVERT), ChangeSheets.HEADERS),
                Arguments.of("back-fill", List.of(FILL), ChangeSheets.HEADERS),
                Arguments.of("validation", List.of(RULE), ChangeSheets.HEADERS),
                Arguments.of("tab", List.of(TAB), ChangeSheets.HEADERS),
                Arguments.of(
                        "two neighbours dropped",
                        List.of(DROP, new DropColumn("id")),
                        List.of("TAG_SPOOL", "Ubicación", "Fecha")),
                Arguments.of(
                        "renamed and converted",
                        List.of(new RenameColumn("Fecha", "Dia"), ChangePlans.toDate("Dia")),
                        List.of("id", "NV", "TAG_SPOOL", "Ubicación", "Dia")),
                Arguments.of(
                        "everything with two new columns",
                        List.of(
                                TestPlans.column("Peso", ColumnType.NUMBER)
                                        .after("Ubicación")
                                        .build(),
                                RENAME,
                                DROP,
                                CONVERT,
                                TAB,
                                TestPlans.VERSION,
                                new Backfill("id", "row.tagspool", true)),
                        List.of("id", "TAG_SPOOL", "Lugar", "Peso", "Fecha", "version")));
    }

    private static Bench bench(MemorySheet sheet, List<Change> changes, String request) {
        return new Bench(sheet, sheet.id, ChangePlans.with(changes.toArray(Change[]::new)), request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void expandsInOneBatchAndSaysWhereEverythingStands(String name, List<Change> changes, List<String> headers) {
        // Given
        MemorySheet sheet = ChangeSheets.small();
        Bench bench = bench(sheet, changes, "request-1");
        bench.open();
        long batches = sheet.count("batch");
        // When
        Expanded expanded = bench.expand();
        // Then
        MemoryTab table = sheet.tab("Operaciones");
        assertThat(table.texts(0)).isEqualTo(headers);
        assertThat(sheet.count("batch")).isEqualTo(batches + 1);
        assertThat(expanded.columnsAfter()).isEqualTo(headers.size());
        expanded.columns()
                .forEach(column -> assertThat(headers.get(column.columnIndex())).isEqualTo(column.name()));
        expanded.changed().stream()
                .filter(changed -> switch (changed.kind()) {
                    case RENAMED, CONVERTED, BACKFILLED, VALIDATED -> true;
                    case DROPPED, TAB_ADDED -> false;
                })
                .forEach(changed -> assertThat(headers.get(changed.index())).isEqualTo(changed.name()));
        expanded.archive().ifPresent(archive -> assertThat(sheet.tab(archive.title()).hidden)
                .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rollsBackToExactlyTheOldTable(String name, List<Change> changes, List<String> headers) {
        // Given
        MemorySheet sheet = ChangeSheets.small();
        List<List<Cell>> before = ChangeSheets.columns(sheet);
        Bench bench = bench(sheet, changes, "request-1");
        bench.open();
        bench.expand();
        // When
        Contracted contracted = bench.contract();
        bench.close(Direction.ROLLBACK);
        // Then
        assertThat(ChangeSheets.columns(sheet)).isEqualTo(before);
        assertThat(contracted.columnsAfter()).isEqualTo(5);
        assertThat(contracted.kept()).isEmpty();
        assertThat(sheet.tab("Operaciones").metadata()).isEmpty();
        assertThat(sheet.tabs).noneMatch(tab -> tab.title.equals("Uniones"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void completesAndIsNotRunAgain(String name, List<Change> changes, List<String> headers) {
        // Given
        MemorySheet sheet = ChangeSheets.small();
        Bench bench = bench(sheet, changes, "request-1");
        bench.open();
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        int writes = sheet.batches.size();
        // When
        Opened again = bench(sheet, changes, "request-2").open();
        // Then
        assertThat(again.alreadyMigrated()).isTrue();
        assertThat(sheet.batches).hasSize(writes);
        assertThat(Marks.of(sheet.open(sheet.id)).version("zeues"))
                .hasValueSatisfying(version -> assertThat(version.version()).isEqualTo("3.1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void migratesAgainAfterARollback(String name, List<Change> changes, List<String> headers) {
        // Given
        MemorySheet sheet = ChangeSheets.small();
        Bench first = bench(sheet, changes, "request-1");
        first.open();
        first.expand();
        List<List<Cell>> migrated = new ArrayList<>(ChangeSheets.columns(sheet));
        first.contract();
        first.close(Direction.ROLLBACK);
        Bench second = bench(sheet, changes, "request-2");
        // When
        Opened opened = second.open();
        second.expand();
        // Then
        assertThat(opened.alreadyMigrated()).isFalse();
        assertThat(ChangeSheets.columns(sheet)).isEqualTo(migrated);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersASecondDeliveryWithTheSameResult(String name, List<Change> changes, List<String> headers) {
        // Given
        MemorySheet sheet = ChangeSheets.small();
        Bench bench = bench(sheet, changes, "request-1");
        bench.open();
        Expanded first = bench.expand();
        List<List<Cell>> migrated = ChangeSheets.columns(sheet);
        // When
        Expanded second = bench.expand();
        Contracted contracted = bench.contract();
        Contracted again = bench.contract();
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(migrated).isNotEmpty();
        assertThat(again).isEqualTo(contracted);
    }
}
