package dev.sheetway.workspace.archive;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    Json toJson() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("format", new Json.Text(FORMAT));
        fields.put("spreadsheetId", new Json.Text(spreadsheetId.value()));
        fields.put("title", new Json.Text(title));
        fields.put("effect", new Json.Text(effect));
        fields.put("takenAt", new Json.Text(takenAt.toString()));
        fields.put(
                "tabs", new Json.Items(tabs.stream().map(ArchiveHeader::toJson).toList()));
        return new Json.Fields(fields);
    }

    private static Json toJson(ArchivedTab tab) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("sheetId", new Json.Num(tab.sheetId()));
        fields.put("title", new Json.Text(tab.title()));
        fields.put("rows", new Json.Num(tab.rows()));
        fields.put("columns", new Json.Num(tab.columns()));
        return new Json.Fields(fields);
    }

    static ArchiveHeader of(Json line) {
        if (!(line instanceof Json.Fields fields) || !fields.text("format").equals(FORMAT)) {
            throw new DamagedArchive("first line: expected format \"" + FORMAT + "\"");
        }
        return new ArchiveHeader(
                new SpreadsheetId(fields.text("spreadsheetId")),
                fields.text("title"),
                fields.text("effect"),
                Instant.parse(fields.text("takenAt")),
                fields.items("tabs").stream().map(ArchiveHeader::tab).toList());
    }

    private static ArchivedTab tab(Json json) {
        if (!(json instanceof Json.Fields fields)) {
            throw new DamagedArchive("a tab: expected an object");
        }
        return new ArchivedTab(
                fields.integer("sheetId"), fields.text("title"), fields.integer("rows"), fields.integer("columns"));
    }
}
