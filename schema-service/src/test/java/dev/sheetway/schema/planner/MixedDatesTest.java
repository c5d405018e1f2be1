package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.ChangePlans;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A column of dates as many hands wrote them: each is converted as it was meant, or refused with its row. */
class MixedDatesTest {
    private static final double JANUARY_20 = 46_042;

    private static Cell text(String text) {
        return new Cell(new CellContent.Text(text), Optional.empty(), Optional.empty());
    }

    private static Cell number(double number) {
        return new Cell(new CellContent.Number(number), Optional.empty(), Optional.empty());
    }

    private static final List<Cell> COLUMN = List.of(
            text("20-01-2026"),
            text("20/1/26"),
            text("2026-01-20"),
            text("20-Jan-2026"),
            text("20-ene-2026"),
            text("20 ENE 26"),
            text("20.01.2026"),
            number(JANUARY_20),
            number(JANUARY_20 + 0.5),
            text("20-01-2026 12:00"),
            number(4),
            text("4"),
            text("01/20/2026"),
            text("20-01-0026"),
            text("pendiente"));

    private static Findings.Cells converted(ColumnType type) {
        ConvertColumn change = ChangePlans.convert("Fecha", type, "dd-mm-yyyy");
        MigrationPlan plan = ChangePlans.with(change);
        CellScan scan =
                new CellScan(new HeaderRow(List.of("Fecha")), plan, new RowRanges.Builder().build(), expression -> {
                    throw new AssertionError("no back-fill");
                });
        for (int i = 0; i < COLUMN.size(); i++) {
            scan.row(i + 1, List.of(COLUMN.get(i)));
        }
        Findings.Cells found = scan.result().get(change);
        assertThat(found).isNotNull();
        return found;
    }

    private static Findings.Edit edit(int row, double serial) {
        return new Findings.Edit(row, new CellContent.Number(serial));
    }

    @Test
    void becomeDaysWithoutLossOrAreRefusedRowByRow() {
        Findings.Cells found = converted(ColumnType.DATE);

        assertThat(found.edits())
                .as("rows 1 to 7, 0-based; row 8 is that day already")
                .containsExactly(
                        edit(1, JANUARY_20),
                        edit(2, JANUARY_20),
                        edit(3, JANUARY_20),
                        edit(4, JANUARY_20),
                        edit(5, JANUARY_20),
                        edit(6, JANUARY_20),
                        edit(7, JANUARY_20));
        assertThat(found.problems())
                .as("as people count rows: times of day, counts, another order, a typing error, a word")
                .containsExactly(
                        "row 10 number",
                        "row 11 text 99-99-9999 99:99",
                        "row 12 integer",
                        "row 13 text 9",
                        "row 14 text 99/99/9999",
                        "row 15 text 99-99-9999",
                        "row 16 text aaaaaaaaa");
    }

    @Test
    void keepTheirTimeOfDayWhereThePlanAsksForIt() {
        Findings.Cells found = converted(ColumnType.DATETIME);

        assertThat(found.edits()).contains(edit(10, JANUARY_20 + 0.5)).doesNotContain(edit(9, JANUARY_20));
        assertThat(found.problems())
                .containsExactly(
                        "row 12 integer",
                        "row 13 text 9",
                        "row 14 text 99/99/9999",
                        "row 15 text 99-99-9999",
                        "row 16 text aaaaaaaaa");
    }
}
