package dev.sheetway.verify.checks;

import static dev.sheetway.verify.checks.Bench.check;
import static dev.sheetway.verify.checks.Bench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.verify.Plans;
import dev.sheetway.verify.Sheet;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checks of plans that change what was there: right after the batch, and after its rollback. */
class ChangedColumnsTest {
    private static final int ROWS = 12;
    private static final ConvertColumn CONVERT = new ConvertColumn(
            "Fecha",
            ColumnType.DATE,
            Optional.of("dd-mm-yyyy"),
            ConvertColumn.DateOrder.DAY_FIRST,
            ConvertColumn.DecimalMark.POINT);
    private static final RenameColumn RENAME = new RenameColumn("Notas", "Observaciones");
    private static final DropColumn DROP = new DropColumn("NV");
    private static final Backfill FILL = new Backfill("NV", "row.tagspool", false);
    private static final String RULE =
            "{\"condition\":{\"type\":\"ONE_OF_LIST\",\"values\":[{\"userEnteredValue\":\"A\"}]}}";

    private final Sheet old = old();
    private final Sheet live = old.copy();

    private static Sheet old() {
        Sheet sheet = new Sheet().row("id", "TAG_SPOOL", "NV", "Fecha", "Notas");
        for (int i = 0; i < ROWS; i++) {
            sheet.row(i, "MK-" + i, i % 4 == 0 ? "" : "N" + i, (i + 10) + "-01-2026", "nota " + i);
        }
        return sheet;
    }

    private Verdict migration(Change... changes) {
        return Checks.ofMigration(
                bench(changes)
                        .survey(header -> (names, row) -> Optional.of(
                                new CellContent.Text("F" + row.get(1).content().asText()))),
                Optional.empty());
    }

    private Bench bench(Change... changes) {
        return new Bench(Plans.plan(Optional.of("TAG_SPOOL"), Map.of(), changes), old, live);
    }

    private void convert() {
        for (int i = 0; i < ROWS; i++) {
            live.set(i + 1, 3, Sheet.formatted(46032 + i, "DATE", "dd-mm-yyyy"));
        }
    }

    @Test
    void passesARenamedColumnWithItsCells() {
        live.set(0, 4, "Observaciones");

        Verdict verdict = migration(RENAME);

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differencesTotal()).isZero();
    }

    @Test
    void failsWhenTheOldNameIsStillThere() {
        Verdict verdict = migration(RENAME);

        assertThat(failed(verdict)).contains("new_headers", "column_mapping");
        assertThat(check(verdict, "new_headers").differences())
                .containsExactly(new Difference(1, "Notas", "still-there"));
    }

    @Test
    void passesADroppedColumnAndCountsItOff() {
        live.deleteColumn(2);

        Verdict verdict = migration(DROP);

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "column_count").expected()).startsWith("4 headers");
    }

    @Test
    void failsWhenTheColumnWasNotDroppedOrAnotherOneWas() {
        assertThat(failed(migration(DROP))).contains("new_headers");

        live.deleteColumn(4);

        assertThat(failed(migration(DROP))).contains("column_count", "new_headers", "column_mapping");
    }

    @Test
    void passesAColumnWhoseEveryCellIsWhatTheBackupsCellConvertsTo() {
        convert();

        Verdict verdict = migration(CONVERT);

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differencesTotal()).isZero();
    }

    @Test
    void failsWhenOneCellIsStillText() {
        convert();
        live.set(5, 3, "14-01-2026");

        Verdict verdict = migration(CONVERT);

        assertThat(failed(verdict)).containsExactly("formats_and_formulas");
        assertThat(check(verdict, "formats_and_formulas").differences())
                .containsExactly(new Difference(6, "Fecha", "wrong-type"), new Difference(6, "Fecha", "wrong-format"));
    }

    @Test
    void seesADayThatIsNotTheBackups() {
        convert();
        live.set(5, 3, Sheet.formatted(46037, "DATE", "dd-mm-yyyy"));

        assertThat(check(migration(CONVERT), "existing_data_intact").differences())
                .containsExactly(new Difference(6, "Fecha", "edited"));
    }

    @Test
    void failsWhenDaysHaveNoDateFormat() {
        convert();
        live.set(5, 3, 46036);

        assertThat(check(migration(CONVERT), "formats_and_formulas").differences())
                .containsExactly(new Difference(6, "Fecha", "wrong-format"));
    }

    @Test
    void computesABackfillAgainAndExpectsItInEveryBlankCellAlone() {
        for (int i = 0; i < ROWS; i += 4) {
            live.set(i + 1, 2, "FMK-" + i);
        }

        assertThat(check(migration(FILL), "existing_data_intact").differencesTotal())
                .isZero();

        live.set(5, 2, "");
        assertThat(check(migration(FILL), "existing_data_intact").differences())
                .containsExactly(new Difference(6, "NV", "cleared"));
    }

    @Test
    void expectsTheRuleInEveryRow() {
        SetValidation change = new SetValidation("Notas", new SetValidation.OneOf(List.of("A")), true);
        for (int i = 0; i < ROWS; i++) {
            live.set(i + 1, 4, Sheet.validated("nota " + i, RULE));
        }

        assertThat(failed(migration(change))).isEmpty();

        live.set(3, 4, "nota 2");
        assertThat(check(migration(change), "formats_and_formulas").differences())
                .containsExactly(new Difference(4, "Notas", "wrong-validation"));
    }

    @Test
    void acceptsNoListWithOneValueLessOrMore() {
        SetValidation longer = new SetValidation("Notas", new SetValidation.OneOf(List.of("A", "B")), true);
        SetValidation other = new SetValidation("Notas", new SetValidation.OneOf(List.of("ONE")), true);
        for (int i = 0; i < ROWS; i++) {
            live.set(i + 1, 4, Sheet.validated("nota " + i, RULE));
        }

        assertThat(failed(migration(longer))).containsExactly("formats_and_formulas");
        assertThat(failed(migration(other))).containsExactly("formats_and_formulas");
    }

    @Test
    void placesANewColumnBehindARenamedOneByEitherName() {
        RenameColumn rename = new RenameColumn("NV", "Nr");
        AddColumn last = Plans.column("Ultimo", ColumnType.TEXT).build();
        live.set(0, 2, "Nr").insertColumn(3, "Tras").set(0, 6, "Ultimo");

        for (String after : List.of("NV", "Nr")) {
            AddColumn behind =
                    Plans.column("Tras", ColumnType.TEXT).after(after).build();
            Check order = check(migration(rename, last, behind), "new_headers");
            assertThat(order.differences()).noneMatch(found -> found.kind().equals("out-of-order"));
        }
    }

    @Test
    void passesARollbackThatRestoredEverything() {
        assertThat(failed(bench(RENAME, DROP, CONVERT).rollback())).isEmpty();
    }

    @Test
    void failsARollbackThatLeftTheDroppedColumnAwayOrTheNewName() {
        live.deleteColumn(2).set(0, 3, "Observaciones");

        Verdict verdict = bench(RENAME, DROP).rollback();

        assertThat(failed(verdict)).contains("column_count_restored", "plan_columns_absent");
        assertThat(check(verdict, "plan_columns_absent").differences())
                .containsExactly(
                        new Difference(1, "Observaciones", "still-there"), new Difference(1, "NV", "not-restored"));
    }
}
