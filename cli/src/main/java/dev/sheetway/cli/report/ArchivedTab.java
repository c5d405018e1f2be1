package dev.sheetway.cli.report;

import java.util.List;
import java.util.TreeSet;

/**
 * A hidden tab with what was kept.
 *
 * @param cells row by row, without the header and without the column of the keys
 */
public record ArchivedTab(String title, int sheetId, List<ArchivedCell> cells) {
    public ArchivedTab {
        cells = List.copyOf(cells);
    }

    /** How many cells hold something else than what the plan itself wrote. */
    long byPeople() {
        return cells.stream().filter(cell -> !cell.initial()).count();
    }

    List<String> headers() {
        return List.copyOf(
                new TreeSet<>(cells.stream().map(ArchivedCell::header).toList()));
    }

    /** The name of the file with its cells; a title is one of ours, made of letters that every file system takes. */
    String file() {
        return "archived-columns." + title.replaceAll("[^A-Za-z0-9_-]", "_") + ".csv";
    }
}
