package dev.sheetway.emulator.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;

/**
 * All differences of two files, tab by tab in the left file's order, cells row by row.
 *
 * @param cells differences of cells
 * @param structure differences of tabs and of the workbook
 * @param cellsCompared positions compared, blank ones within the used range included
 */
public record WorkbookDifferences(List<CellDifference> cells, List<StructureDifference> structure, long cellsCompared) {
    public WorkbookDifferences {
        cells = List.copyOf(cells);
        structure = List.copyOf(structure);
    }

    public boolean none() {
        return cells.isEmpty() && structure.isEmpty();
    }

    /** The differences of cells counted per tab and column, with kinds and the first cell; no cell's content. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        for (StructureDifference difference : structure) {
            lines.add((difference.tab().isEmpty() ? "workbook" : difference.tab()) + ": " + difference.what() + ": "
                    + shown(difference.left()) + " became " + shown(difference.right()));
        }
        Map<String, Map<Integer, List<CellDifference>>> byTab = cells.stream()
                .collect(Collectors.groupingBy(
                        CellDifference::tab,
                        TreeMap::new,
                        Collectors.groupingBy(CellDifference::column, TreeMap::new, Collectors.toList())));
        byTab.forEach((tab, columns) -> columns.forEach((column, found) -> lines.add(column(tab, column, found))));
        return lines;
    }

    private static String column(String tab, int column, List<CellDifference> found) {
        Map<CellDifference.Kind, Long> kinds = found.stream()
                .collect(Collectors.groupingBy(CellDifference::kind, TreeMap::new, Collectors.counting()));
        return tab + "!" + CellReference.convertNumToColString(column) + ": " + found.size() + " differences " + kinds
                + ", first at " + found.getFirst().reference();
    }

    private static String shown(String side) {
        return side.isEmpty() ? "nothing" : side;
    }
}
