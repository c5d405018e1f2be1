package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of change, and somebody who edits in the one instant in which no reading can help: between the last read and
 * the batch, of the migration or of its rollback. Whatever comes of it, in the end the table is what the edit alone would
 * have made of it.
 */
class InstantEditsTest {
    private static final Change RENAME = new RenameColumn("Ubicación", "Lugar");
    private static final List<List<Change>> CHANGES = List.of(
            List.of(TestPlans.VERSION),
            List.copyOf(TestPlans.zeues().changes()),
            List.of(RENAME),
            List.of(new DropColumn("Ubicación")),
            List.of(new DropColumn("Ubicación"), new DropColumn("NV")),
            List.of(ChangePlans.toDate("Fecha")),
            List.of(new RenameColumn("Fecha", "Dia"), ChangePlans.toDate("Fecha")),
            List.of(new Backfill("NV", "\"N-\" + string(row.id)", false)),
            List.of(new SetValidation("NV", new SetValidation.OneOf(List.of("N-1", "N-2")), true)),
            List.of(
                    TestPlans.VERSION,
                    new RenameColumn("id", "Nr"),
                    new DropColumn("Ubicación"),
                    ChangePlans.toDate("Fecha"),
                    new Backfill("NV", "row.tagspool", false)));

    private enum Edit {
        COLUMN_INSERTED_FIRST(table -> typed(table, 0)),
        COLUMN_INSERTED_IN_THE_MIDDLE(table -> typed(table, column(table, "TAG_SPOOL"))),
        KEY_COLUMN_MOVED_TO_THE_FRONT(table -> table.moveColumn(column(table, "TAG_SPOOL"), 0)),
        ROW_INSERTED(table -> {
            int row = row(table, "MK-2");
            table.insertRows(row, 1);
            table.set(row, column(table, "TAG_SPOOL"), "MK-NEW");
            table.set(row, Math.max(column(table, "id"), column(table, "Nr")), 9);
        }),
        ROWS_SORTED(table -> table.swapRows(row(table, "MK-1"), row(table, "MK-5"))),
        ROW_INSERTED_ABOVE_THE_HEADER(table -> table.insertRows(0, 1));

        final Consumer<MemoryTab> edit;

        Edit(Consumer<MemoryTab> edit) {
            this.edit = edit;
        }

        private static void typed(MemoryTab table, int column) {
            table.insertColumns(column, 1);
            table.set(0, column, "MatSys");
            for (int row = 1; row < table.rows(); row++) {
                table.set(row, column, "somebody's " + row);
            }
        }

        private static int column(MemoryTab table, String header) {
            return table.texts(0).indexOf(header);
        }

        private static int row(MemoryTab table, String key) {
            return table.contents(column(table, "TAG_SPOOL")).indexOf(new CellContent.Text(key));
        }
    }

    static Stream<Arguments> forward() {
        return CHANGES.stream().flatMap(changes -> Stream.of(Edit.values()).map(edit -> Arguments.of(changes, edit)));
    }

    static Stream<Arguments> backward() {
        // what a rollback finds without its header row it cannot read
        return forward().filter(cell -> cell.get()[1] != Edit.ROW_INSERTED_ABOVE_THE_HEADER);
    }

    private final MemorySheet sheet = ChangeSheets.small();
    private final MemorySheet twin = ChangeSheets.small();

    private Bench bench(List<Change> changes) {
        return new Bench(sheet, sheet.id, ChangePlans.with(changes.toArray(Change[]::new)), "request-1");
    }

    private void editNext(Edit edit) {
        sheet.beforeNextWrite(() -> edit.edit.accept(sheet.tab("Operaciones")));
    }

    private static void expand(Bench bench) {
        try {
            bench.expand();
        } catch (StepFailedException failed) {
            switch (failed.failure().failureClass()) {
                case RETRYABLE -> bench.expand();
                case FAILED -> assertThat(failed.failure().code()).isIn("moved-meanwhile", "typed-over");
                case UNKNOWN, PAUSE, STALE -> throw failed;
            }
        }
    }

    @ParameterizedTest(name = "{1}, {0}")
    @MethodSource("forward")
    void whatTheMigrationMetIsPutBackByItsRollback(List<Change> changes, Edit edit) {
        // Given
        Bench bench = bench(changes);
        bench.open();
        editNext(edit);
        expand(bench);
        // When
        bench.contract();
        // Then
        bench.close(Direction.ROLLBACK);
        edit.edit.accept(twin.tab("Operaciones"));
        assertThat(ChangeSheets.columns(sheet)).isEqualTo(ChangeSheets.columns(twin));
        assertThat(sheet.tab("Operaciones").metadata()).isEmpty();
    }

    @ParameterizedTest(name = "{1}, {0}")
    @MethodSource("backward")
    void whatTheRollbackMetItPutsBackItselfAndTriesAgain(List<Change> changes, Edit edit) {
        // Given
        Bench bench = bench(changes);
        bench.open();
        bench.expand();
        editNext(edit);
        // When
        Contracted contracted = bench.contract();
        // Then
        assertRestored(bench, contracted, List.of(edit));
    }

    @ParameterizedTest(name = "{1}, {0}")
    @MethodSource("backward")
    void triesAgainAsOftenAsSomebodyEdits(List<Change> changes, Edit edit) {
        // Given
        Bench bench = bench(changes);
        bench.open();
        bench.expand();
        editNext(edit);
        sheet.beforeNextWrite(() -> {});
        editNext(Edit.COLUMN_INSERTED_FIRST);
        // When
        Contracted contracted = bench.contract();
        // Then
        assertRestored(bench, contracted, List.of(edit, Edit.COLUMN_INSERTED_FIRST));
    }

    @Test
    void pausesWhenTheRepairMeetsAnEditItselfAndGoesOnWhenAPersonSettledIt() {
        // Given
        Bench bench = bench(List.of(RENAME));
        bench.open();
        bench.expand();
        editNext(Edit.COLUMN_INSERTED_FIRST);
        editNext(Edit.COLUMN_INSERTED_FIRST);
        String tab = "sheetway_archive_" + bench.migration().toString().substring(0, 8);
        // When // Then
        for (int delivery = 0; delivery < 2; delivery++) {
            assertThatThrownBy(bench::contract).isInstanceOfSatisfying(StepFailedException.class, failed -> {
                assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
                assertThat(failed.failure().message())
                        .isEqualTo(
                                "the rollback of tab \"Operaciones\" of spreadsheet \"sheet-1\" met edits of its columns"
                                        + " in the instant of its batch, and again in the instant of the batch that took that one"
                                        + " back: expected the cells as read a moment before, found others; what stood there"
                                        + " before the first one is in hidden tab \"" + tab
                                        + "\", before the second one in \""
                                        + tab + "_2\"; put back by hand what is missing, delete \"" + tab
                                        + "_2\", then resume");
            });
        }
        MemoryTab table = sheet.tab("Operaciones");
        table.set(0, table.texts(0).indexOf("TAG_SPOOL"), "NV");
        table.set(0, table.texts(0).indexOf("Ubicación"), "TAG_SPOOL");
        sheet.tabs.remove(sheet.tab(tab + "_2"));
        assertThat(bench.contract().restored()).containsExactly("Ubicación");
        assertThat(table.texts(0)).containsSubsequence(ChangeSheets.HEADERS);
    }

    static Stream<Arguments> betweenReads() {
        return backward().flatMap(cell -> Stream.of(2, 4).map(nth -> Arguments.of(cell.get()[0], cell.get()[1], nth)));
    }

    @ParameterizedTest(name = "{1} before read {2}, {0}")
    @MethodSource("betweenReads")
    void whatTheRollbackReadAtTwoInstantsDoesNotMisleadIt(List<Change> changes, Edit edit, int nth) {
        // Given
        Bench bench = bench(changes);
        bench.open();
        bench.expand();
        sheet.beforeRead(nth, () -> edit.edit.accept(sheet.tab("Operaciones")));
        // When
        Contracted contracted = bench.contract();
        // Then
        assertRestored(bench, contracted, List.of(edit));
    }

    @ParameterizedTest(name = "{1} before read {2}, {0}")
    @MethodSource("betweenReads")
    void whatTheMigrationReadAtTwoInstantsIsPutBackByItsRollback(List<Change> changes, Edit edit, int nth) {
        // Given
        Bench bench = bench(changes);
        bench.open();
        sheet.beforeRead(nth, () -> edit.edit.accept(sheet.tab("Operaciones")));
        expand(bench);
        // When
        Contracted contracted = bench.contract();
        // Then
        assertRestored(bench, contracted, List.of(edit));
    }

    private void assertRestored(Bench bench, Contracted contracted, List<Edit> edits) {
        bench.close(Direction.ROLLBACK);
        MemoryTab expected = twin.tab("Operaciones");
        edits.forEach(edit -> edit.edit.accept(expected));
        // a row without a key cannot be found again in a sorted table: it stays in the archive and is listed
        List<Difference> left = contracted.kept().stream()
                .filter(kept -> !kept.kind().equals("neighbour-put-back"))
                .toList();
        left.forEach(kept -> {
            assertThat(kept.kind()).isEqualTo("row-ambiguous");
            expected.set(kept.row() - 1, Edit.column(expected, kept.column()), "");
        });
        assertThat(left.isEmpty() || edits.contains(Edit.ROWS_SORTED)).isTrue();
        // a column comes back behind its neighbour, wherever that has been moved
        assertThat(ChangeSheets.columns(sheet)).containsExactlyInAnyOrderElementsOf(ChangeSheets.columns(twin));
        if (!edits.contains(Edit.KEY_COLUMN_MOVED_TO_THE_FRONT)) {
            assertThat(ChangeSheets.columns(sheet)).isEqualTo(ChangeSheets.columns(twin));
        }
        assertThat(sheet.tab("Operaciones").metadata()).isEmpty();
    }
}
