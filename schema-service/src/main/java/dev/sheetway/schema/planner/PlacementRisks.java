package dev.sheetway.schema.planner;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Collects what refers into columns that an {@code after:} pushes aside, or that close up behind a dropped one. Google shifts references that it can see; those
 * by text ({@code INDIRECT}, {@code QUERY}) or by number ({@code VLOOKUP}, {@code INDEX}, {@code OFFSET}) it cannot.
 */
public final class PlacementRisks {
    private static final int NAMED = 5;
    private static final Pattern BLIND =
            Pattern.compile("(?i)\\b(INDIRECT|QUERY|VLOOKUP|INDEX|OFFSET|ADDRESS|CHOOSECOLS|IMPORTRANGE)\\s*\\(");

    private final Workbook.Tab table;
    private final Shift shift;
    private final List<String> seen = new ArrayList<>();
    private final List<String> blind = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int seenCount;
    private int blindCount;

    public PlacementRisks(Workbook.Tab table, Shift shift) {
        this.table = table;
        this.shift = shift;
    }

    /** @param row 0-based, with its cells from column {@code firstColumn} on */
    public void row(Workbook.Tab tab, int row, int firstColumn, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).content() instanceof CellContent.Formula formula) {
                formula(tab, A1.cell(row, firstColumn + i), formula.text());
            }
        }
    }

    private void formula(Workbook.Tab tab, String cell, String text) {
        String place = "\"" + tab.title() + "\"!" + cell;
        boolean reaches = reaches(tab, text);
        boolean aboutTable = tab.sheetId() == table.sheetId()
                || text.toLowerCase(java.util.Locale.ROOT)
                        .contains(table.title().toLowerCase(java.util.Locale.ROOT));
        if (BLIND.matcher(text).find() && (reaches || aboutTable)) {
            blindCount++;
            keep(blind, place);
        } else if (reaches) {
            seenCount++;
            keep(seen, place);
        }
    }

    private boolean reaches(Workbook.Tab tab, String text) {
        return IntStream.range(shift.at(), table.columnCount())
                .anyMatch(column -> FormulaReferences.reach(text, tab.title(), table.title(), column));
    }

    /** Slots and the lock are named ranges too and of no interest. */
    public void names(List<Workbook.NamedRange> ranges) {
        ranges.stream()
                .filter(range -> !range.name().startsWith("sheetway_"))
                .filter(range -> range.area().map(this::moves).orElse(false))
                .forEach(range -> names.add("\"" + range.name() + "\""));
    }

    private boolean moves(GridArea area) {
        return area.sheetId() == table.sheetId() && area.endColumn() > shift.at();
    }

    private static void keep(List<String> places, String place) {
        if (places.size() < NAMED) {
            places.add(place);
        }
    }

    /** What to look at before the plan is applied; empty: nothing refers to what moves. */
    public List<String> warnings() {
        String moving = "columns from " + A1.column(shift.at()) + " on move right to make room for \""
                + String.join("\", \"", shift.columns()) + "\"";
        List<String> warnings = new ArrayList<>();
        if (blindCount > 0) {
            warnings.add(moving + ", and " + blindCount + " formulas look columns up by number or by text, which Google"
                    + " does not shift: " + listed(blind, blindCount) + "; check each, or leave `after` away");
        }
        if (seenCount > 0) {
            warnings.add(moving + ", and " + seenCount + " formulas refer to them; Google shifts them: "
                    + listed(seen, seenCount));
        }
        if (!names.isEmpty()) {
            warnings.add(
                    moving + ", and named ranges cover or follow them; Google shifts them, programs that know their"
                            + " columns by number do not: "
                            + listed(names.subList(0, Math.min(NAMED, names.size())), names.size()));
        }
        if (warnings.isEmpty()) {
            warnings.add(moving + "; no formula or named range refers to them; programs that know columns by number do"
                    + " not notice");
        }
        return warnings;
    }

    /** What a drop does not refuse, because nobody can tell which column is meant; empty: there is no such formula. */
    public List<String> warningsOfDrop() {
        return blindCount == 0
                ? List.of()
                : List.of("\"" + String.join("\", \"", shift.columns()) + "\" goes and columns behind move left, and "
                        + blindCount
                        + " formulas look columns up by number or by text, which Google does not shift and which may mean"
                        + " what goes: " + listed(blind, blindCount) + "; check each");
    }

    private static String listed(List<String> places, int all) {
        return String.join(", ", places) + (all > places.size() ? ", …" : "");
    }
}
