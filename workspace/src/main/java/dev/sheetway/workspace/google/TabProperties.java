package dev.sheetway.workspace.google;

import com.google.gson.stream.JsonReader;
import dev.sheetway.workspace.Workbook.Tab;
import java.io.IOException;

/** Collects {@code sheets[].properties}; a tab without a grid, such as a chart, has no rows and columns. */
final class TabProperties {
    private int sheetId;
    private String title = "";
    private int index;
    private boolean hidden;
    private int rows;
    private int columns;
    private int frozenRows;
    private int frozenColumns;

    void take(String name, JsonReader in) throws IOException {
        switch (name) {
            case "sheetId" -> sheetId = in.nextInt();
            case "title" -> title = in.nextString();
            case "index" -> index = in.nextInt();
            case "hidden" -> hidden = in.nextBoolean();
            case "gridProperties" -> JsonFields.object(in, this::grid);
            default -> in.skipValue();
        }
    }

    private void grid(String name, JsonReader in) throws IOException {
        switch (name) {
            case "rowCount" -> rows = in.nextInt();
            case "columnCount" -> columns = in.nextInt();
            case "frozenRowCount" -> frozenRows = in.nextInt();
            case "frozenColumnCount" -> frozenColumns = in.nextInt();
            default -> in.skipValue();
        }
    }

    int sheetId() {
        return sheetId;
    }

    String title() {
        return title;
    }

    Tab tab(int protectedAreas) {
        return new Tab(sheetId, title, index, rows, columns, hidden, frozenRows, frozenColumns, protectedAreas);
    }
}
