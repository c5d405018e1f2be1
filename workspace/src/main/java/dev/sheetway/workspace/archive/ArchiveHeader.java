package dev.sheetway.workspace.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An archive's first line.
 *
 * @param effect for whose sake it was made
 * @param takenAt when reading began
 * @param tabs in the spreadsheet's order
 */
public record ArchiveHeader(
        SpreadsheetId spreadsheetId, String title, String effect, Instant takenAt, List<ArchivedTab> tabs) {
    private static final String FORMAT = "sheetway-archive/1";

    public ArchiveHeader {
        tabs = List.copyOf(tabs);
    }

    /** @param rows of the grid, not of the table */
    public record ArchivedTab(int sheetId, String title, int rows, int columns) {
        public static ArchivedTab of(Workbook.Tab tab) {
            return new ArchivedTab(tab.sheetId(), tab.title(), tab.rowCount(), tab.columnCount());
        }

        /** The whole grid. */
        public GridArea area() {
            return new GridArea(sheetId, 0, rows, 0, columns);
        }
    }

    /** The tab of that title; compared without case, as Google does. */
    public Optional<ArchivedTab> tab(String title) {
        return tabs.stream().filter(tab -> tab.title().equalsIgnoreCase(title)).findFirst();
    }

    ObjectNode toJson() {
        ObjectNode line = Lines.object()
                .put("format", FORMAT)
                .put("spreadsheetId", spreadsheetId.value())
                .put("title", title)
                .put("effect", effect)
                .put("takenAt", takenAt.toString());
        ArrayNode list = line.putArray("tabs");
        tabs.forEach(tab -> list.addObject()
                .put("sheetId", tab.sheetId())
                .put("title", tab.title())
                .put("rows", tab.rows())
                .put("columns", tab.columns()));
        return line;
    }

    static ArchiveHeader of(ObjectNode line) {
        if (!Lines.text(line, "format").equals(FORMAT)) {
            throw new DamagedArchive("first line: expected format \"" + FORMAT + "\"");
        }
        List<ArchivedTab> tabs = new ArrayList<>();
        Lines.items(line, "tabs").forEach(tab -> tabs.add(tab(tab)));
        return new ArchiveHeader(
                new SpreadsheetId(Lines.text(line, "spreadsheetId")),
                Lines.text(line, "title"),
                Lines.text(line, "effect"),
                Instant.parse(Lines.text(line, "takenAt")),
                tabs);
    }

    private static ArchivedTab tab(JsonNode json) {
        return new ArchivedTab(
                Lines.integer(json, "sheetId"),
                Lines.text(json, "title"),
                Lines.integer(json, "rows"),
                Lines.integer(json, "columns"));
    }
}
