package dev.sheetway.verify.checks;

import static dev.sheetway.verify.checks.HeaderChecks.check;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.verify.checks.table.Comparison;
import dev.sheetway.verify.checks.table.Differences;
import dev.sheetway.verify.checks.table.LiveTable;
import dev.sheetway.verify.checks.table.PlannedCells;
import dev.sheetway.verify.checks.table.ValueState;
import java.util.stream.IntStream;

/**
 * The checks of the cells in the plan's columns, over the real rows that stood in the backup: rows that people typed
 * since get their initial values by the next step, and what people typed into them is theirs.
 */
final class ValueChecks {
    private final LiveTable live;
    private final Comparison comparison;
    private final int[] rows;

    ValueChecks(Survey survey) {
        this.live = survey.table();
        this.comparison = survey.comparison();
        boolean matched = live.layout().plan().keyColumn().isEmpty() || hasKey();
        this.rows = IntStream.range(0, live.rowCount())
                .filter(live::isReal)
                .filter(ordinal -> !matched || comparison.isKnown(ordinal))
                .toArray();
    }

    /** Without the key column in the backup no row can be matched: then every real row counts. */
    private boolean hasKey() {
        return live.layout().plan().keyColumn().stream()
                .anyMatch(name -> live.layout().backupHeader().has(name));
    }

    /** Every row holds the planned value with its native type. */
    Check initialValues() {
        Differences wrong = new Differences();
        for (int ordinal : rows) {
            for (int i = 0; i < live.planned().size(); i++) {
                PlannedCells column = live.planned().get(i);
                ValueState state = live.value(ordinal, i);
                if (isInitialised(column) && state != ValueState.AS_PLANNED) {
                    wrong.add(live.rowNumber(ordinal), column.planned().name(), state.kind());
                }
            }
        }
        long columns = live.planned().stream().filter(this::isInitialised).count();
        long cells = columns * rows.length;
        return check(
                "initial_values",
                wrong.isEmpty(),
                columns + " columns with a planned value, of its native type, in " + rows.length + " real rows",
                (cells - wrong.total()) + " of " + cells + " cells as planned",
                wrong);
    }

    private boolean isInitialised(PlannedCells column) {
        return column.found()
                && (column.planned().change().initial().isPresent()
                        || column.planned().adopted());
    }

    /**
     * Columns without a planned value are blank. What people typed meanwhile cannot be told from what should not be
     * there, so up to 1 % of the rows (and one row in any case) is reported, and more fails.
     */
    Check newColumnsBlank() {
        Differences typed = new Differences();
        long worst = 0;
        long columns = 0;
        for (int i = 0; i < live.planned().size(); i++) {
            if (live.planned().get(i).found() && !isInitialised(live.planned().get(i))) {
                columns++;
                worst = Math.max(worst, typedInto(i, typed));
            }
        }
        long bearable = Math.max(1, rows.length / 100);
        return check(
                "new_columns_blank",
                worst <= bearable,
                columns + " columns blank in " + rows.length + " real rows, at most " + bearable + " edited meanwhile",
                typed.isEmpty() ? "all blank" : typed.total() + " cells filled, " + worst + " in one column",
                typed);
    }

    private long typedInto(int planned, Differences typed) {
        long filled = 0;
        for (int ordinal : rows) {
            ValueState state = live.value(ordinal, planned);
            if (state != ValueState.AS_PLANNED) {
                filled++;
                String name = live.planned().get(planned).planned().name();
                typed.add(live.rowNumber(ordinal), name, state.kind());
            }
        }
        return filled;
    }

    /** Declared formats and validation hold on the new columns, and no error stands anywhere that was not there. */
    Check formatsAndFormulas() {
        Differences wrong = new Differences();
        for (int ordinal : rows) {
            for (int i = 0; i < live.planned().size(); i++) {
                if (live.planned().get(i).found()) {
                    format(ordinal, i, wrong);
                }
            }
            for (int i = 0; i < live.touched().size(); i++) {
                String name = live.touched().get(i).name();
                for (String kind : live.departures(ordinal, i)) {
                    wrong.add(live.rowNumber(ordinal), name, kind);
                }
            }
        }
        long misformatted = wrong.total();
        wrong.addAll(comparison.newErrors());
        long columns = live.planned().stream().filter(PlannedCells::found).count()
                + live.touched().size();
        long cells = columns * rows.length;
        return check(
                "formats_and_formulas",
                wrong.isEmpty(),
                "formats and validation of " + columns + " columns as declared in " + cells + " cells, no new error",
                misformatted + " departures, " + comparison.newErrors().total() + " new errors",
                wrong);
    }

    private void format(int ordinal, int planned, Differences wrong) {
        String name = live.planned().get(planned).planned().name();
        if (live.badFormat(ordinal, planned)) {
            wrong.add(live.rowNumber(ordinal), name, "wrong-format");
        }
        if (live.badValidation(ordinal, planned)) {
            wrong.add(live.rowNumber(ordinal), name, "wrong-validation");
        }
    }
}
