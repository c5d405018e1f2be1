package dev.sheetway.verify.checks;

import static dev.sheetway.verify.checks.Bench.check;
import static dev.sheetway.verify.checks.Bench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.verify.Plans;
import dev.sheetway.verify.Sheet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Structural edits of people are seen as what they are, not as a table that changed everywhere. */
class PeopleEditMeanwhileTest {
    private final Bench bench = Bench.zeues(200);

    /** Formulas of all rows from {@code from} on, as Google rewrites them when rows move. */
    private void formulasFrom(int from) {
        for (int row = from; row < bench.live().height(); row++) {
            if (!bench.live().get(row, 3).content().isBlank()) {
                bench.live().set(row, 3, "=C" + (row + 1) + "*2");
            }
        }
    }

    @Test
    void aRowInsertedAboveIsOneInsertedRow() {
        bench.live().insertRow(1, "", "MK-nueva", 3, "", "");
        formulasFrom(2);

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(2, "TAG_SPOOL", "row-inserted"));
    }

    @Test
    void aDeletedRowIsOneVanishedRowAndAnEditBelowItIsFound() {
        bench.live().deleteRow(50);
        formulasFrom(50);
        bench.live().set(120, 2, 7777);

        assertThat(check(bench.migration(), "existing_data_intact").differences())
                .containsExactly(new Difference(51, "TAG_SPOOL", "vanished"), new Difference(121, "DIAM", "edited"));
    }

    @Test
    void sortedRowsAreTheSameRows() {
        for (int row = 1; row < 100; row++) {
            bench.live().swapRows(row, 201 - row);
        }
        formulasFrom(1);

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differencesTotal()).isZero();
    }

    @Test
    void aMovedColumnIsOneMovedColumn() {
        bench.live().moveColumn(4, 0);
        for (int row = 1; row < bench.live().height(); row++) {
            bench.live().set(row, 4, "=D" + (row + 1) + "*2");
        }

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(0, "Notas", "column-moved"));
    }

    @Test
    void aColumnInsertedInFrontRewritesFormulasWithoutAnEdit() {
        bench.live().insertColumn(0, "MatSys");
        for (int row = 1; row < bench.live().height(); row++) {
            bench.live().set(row, 4, "= D" + (row + 1) + " * 2");
        }
        bench.anchors().replaceAll(anchor -> new Anchor(anchor.id(), anchor.column() + 1, anchor.name()));

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differencesTotal()).isZero();
    }

    @Test
    void aFormulaThatRefersToAnotherColumnNowIsAnEditEvenWhenColumnsMoved() {
        bench.live().insertColumn(0, "MatSys");
        for (int row = 1; row < bench.live().height(); row++) {
            bench.live().set(row, 4, "=D" + (row + 1) + "*2");
        }
        bench.live().set(9, 4, "=C10*2");

        assertThat(check(bench.migration(), "existing_data_intact").differences())
                .containsExactly(new Difference(10, "Total", "edited"));
    }

    @Test
    void aFormulaThatRefersToAnotherRowNowIsAnEditWhenNoRowMoved() {
        bench.live().set(9, 3, "=C11*2");

        assertThat(check(bench.migration(), "existing_data_intact").differences())
                .containsExactly(new Difference(10, "Total", "edited"));
    }

    @Test
    void aPlannedColumnInTheMiddleLeavesTheOldColumnsIntact() {
        Sheet old = new Sheet().row("TAG_SPOOL", "a", "b", "suma");
        for (int i = 0; i < 300; i++) {
            old.row("MK-" + i, i, 2 * i, "=SUM(B" + (i + 2) + ":C" + (i + 2) + ")+$B$2");
        }
        Sheet live = old.copy();
        live.insertColumn(1, "Estado");
        for (int i = 0; i < 300; i++) {
            live.set(i + 1, 4, "=SUM(C" + (i + 2) + ":D" + (i + 2) + ")+$C$2");
        }
        Bench middle = new Bench(
                Plans.plan(
                        Optional.of("TAG_SPOOL"),
                        Map.of(),
                        Plans.column("Estado", ColumnType.TEXT)
                                .after("TAG_SPOOL")
                                .build()),
                old,
                live);
        middle.anchors().add(new Anchor(1, 1, "estado"));

        Verdict verdict = middle.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differencesTotal()).isZero();
    }

    @Test
    void rowsOfTheSameKeyArePairedByWhatStandsInThem() {
        Bench twins = new Bench(Plans.zeues(), bench.old(), bench.live());
        twins.anchors().addAll(bench.anchors());
        twins.old().set(10, 1, "MK-doble").set(11, 1, "MK-doble");
        twins.live()
                .set(10, 1, "MK-doble")
                .set(11, 1, "MK-doble")
                .set(11, 2, 4711)
                .swapRows(10, 11);
        formulasFrom(1);

        assertThat(check(twins.migration(), "existing_data_intact").differences())
                .containsExactly(new Difference(11, "DIAM", "edited"));
    }

    @Test
    void withoutAKeyColumnRowsAreMatchedByTheirContent() {
        Sheet old = new Sheet().row("a", "b", "c");
        for (int i = 0; i < 300; i++) {
            old.row("x" + i, i, "z");
        }
        Sheet live = old.copy();
        live.insertColumn(3, "Estado");
        live.insertRow(100, "neu", 1, "z").deleteRow(200).set(150, 1, -1);
        Bench keyless = new Bench(
                Plans.plan(
                        Optional.empty(),
                        Map.of(),
                        Plans.column("Estado", ColumnType.TEXT).build()),
                old,
                live);
        keyless.anchors().add(new Anchor(1, 3, "estado"));

        assertThat(check(keyless.migration(), "existing_data_intact").differences())
                .containsExactlyInAnyOrder(
                        new Difference(101, "", "row-inserted"),
                        new Difference(200, "", "row-deleted"),
                        new Difference(151, "b", "edited"));
    }

    @Test
    void afterARollbackEverythingIsAsItWas() {
        Bench rolledBack = new Bench(Plans.zeues(), bench.old(), bench.old().copy());
        assertThat(failed(rolledBack.rollback())).isEmpty();
        assertThat(rolledBack.rollback().report().checks())
                .extracting(dev.sheetway.contracts.check.Check::id)
                .containsExactly(
                        "column_count_restored", "plan_columns_absent", "existing_data_intact", "no_new_errors");
    }

    @Test
    void aColumnThatARollbackLeftBehindFails() {
        Bench rolledBack =
                new Bench(Plans.zeues(), bench.old(), bench.old().copy().set(0, 5, "Versión"));

        Verdict verdict = rolledBack.rollback();

        assertThat(failed(verdict)).contains("plan_columns_absent");
        assertThat(check(verdict, "plan_columns_absent").differences())
                .containsExactly(new Difference(1, "version", "still-there"));
    }

    @Test
    void aRollbackThatDeletedAColumnTooManyFails() {
        Bench rolledBack =
                new Bench(Plans.zeues(), bench.old(), bench.old().copy().deleteColumn(4));

        assertThat(failed(rolledBack.rollback())).contains("column_count_restored");
    }

    @Test
    void aReferenceThatARollbackBrokeFails() {
        Sheet live = bench.old().copy().set(9, 4, Sheet.failing("=#REF!", "REF"));
        Bench rolledBack = new Bench(Plans.zeues(), bench.old(), live);

        Verdict verdict = rolledBack.rollback();

        assertThat(failed(verdict)).containsExactly("no_new_errors");
        assertThat(check(verdict, "no_new_errors").differences())
                .containsExactly(new Difference(10, "Notas", "new-reference-error"));
    }
}
