package dev.sheetway.workspace.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.Effect;
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
 * @param extent what it holds of each cell; the first releases' archives know nothing of notes and of formats other than
 *     those of numbers
 */
public record ArchiveHeader(
        SpreadsheetId spreadsheetId,
        String title,
        String effect,
        Instant takenAt,
        List<ArchivedTab> tabs,
        Effect.Extent extent) {
    private static final String FIRST = "sheetway-archive/1";
    private static final String FORMAT = "sheetway-archive/2";

    public ArchiveHeader {
        tabs = List.copyOf(tabs);
    }

    /** Of an archive of everything. */
    public ArchiveHeader(
            SpreadsheetId spreadsheetId, String title, String effect, Instant takenAt, List<ArchivedTab> tabs) {
        this(spreadsheetId, title, effect, takenAt, tabs, Effect.Extent.EVERYTHING);
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
                .put("format", extent == Effect.Extent.EVERYTHING ? FORMAT : FIRST)
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
        Effect.Extent extent =
                switch (Lines.text(line, "format")) {
                    case FIRST -> Effect.Extent.AS_ENTERED;
                    case FORMAT -> Effect.Extent.EVERYTHING;
                    default ->
                        throw new DamagedArchive("first line: expected format \"" + FORMAT + "\" or \"" + FIRST + "\"");
                };
        List<ArchivedTab> tabs = new ArrayList<>();
        Lines.items(line, "tabs").forEach(tab -> tabs.add(tab(tab)));
        return new ArchiveHeader(
                new SpreadsheetId(Lines.text(line, "spreadsheetId")),
                Lines.text(line, "title"),
                Lines.text(line, "effect"),
                Instant.parse(Lines.text(line, "takenAt")),
                tabs,
                extent);
    }

    private static ArchivedTab tab(JsonNode json) {
        return new ArchivedTab(
                Lines.integer(json, "sheetId"),
                Lines.text(json, "title"),
                Lines.integer(json, "rows"),
                Lines.integer(json, "columns"));
    }
}
