package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.Change;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the cells and the rest of the spreadsheet tell about a plan's changes.
 *
 * @param cells by change, for those that read or write cells
 * @param referrers where something refers to a column that is to go, as people see it, the first ones
 * @param tabs tabs that the plan wants to add and that are there, with the texts of their first row
 */
public record Findings(Map<Change, Cells> cells, List<String> referrers, Map<String, TabFound> tabs) {
    public static final Findings NONE = new Findings(Map.of(), List.of(), Map.of());

    public Findings {
        cells = Map.copyOf(cells);
        referrers = List.copyOf(referrers);
        tabs = Map.copyOf(tabs);
    }

    /** @param row 0-based */
    public record Edit(int row, CellContent content) {}

    /**
     * @param edits cells to write, in ascending order of their rows
     * @param inputs columns that the edits were computed from
     * @param problems what stands in the way, with row numbers and without values, the first ones
     * @param problemCount how many there are in all
     */
    public record Cells(List<Edit> edits, Set<Integer> inputs, List<String> problems, int problemCount) {
        public static final Cells NONE = new Cells(List.of(), Set.of(), List.of(), 0);

        public Cells {
            edits = List.copyOf(edits);
            inputs = Set.copyOf(inputs);
            problems = List.copyOf(problems);
        }
    }

    public record TabFound(Workbook.Tab tab, List<String> headers) {
        public TabFound {
            headers = List.copyOf(headers);
        }
    }

    Cells of(Change change) {
        return cells.getOrDefault(change, Cells.NONE);
    }
}
