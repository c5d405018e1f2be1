package dev.sheetway.workspace;

import java.util.List;

/**
 * Something beside cells that speaks of columns: a conditional format, a chart, a filter, a protected or banded range.
 *
 * @param what for people, such as {@code filter view "Open"}
 * @param sheetId of the tab that it stands on
 * @param areas that it names
 * @param formulas that stand in it
 * @param columns of its own tab that it names one by one, 0-based
 */
public record Reference(String what, int sheetId, List<GridArea> areas, List<String> formulas, List<Integer> columns) {
    public Reference {
        areas = List.copyOf(areas);
        formulas = List.copyOf(formulas);
        columns = List.copyOf(columns);
    }
}
