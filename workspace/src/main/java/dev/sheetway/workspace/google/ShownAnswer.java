package dev.sheetway.workspace.google;

import com.google.gson.stream.JsonReader;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.ShownCell;
import dev.sheetway.workspace.ShownVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to {@code spreadsheets.get} with {@link #MASK} and one range.
 *
 * @param rows from the range's first one on
 */
record ShownAnswer(int sheetId, List<List<ShownCell>> rows) {
    static final String MASK = "sheets(properties(sheetId),data(rowData(values(userEnteredValue,formattedValue))))";

    /** @throws UnreadableAnswer when the stream ends early or is something else */
    static ShownAnswer parse(InputStream stream) throws IOException {
        TabProperties properties = new TabProperties();
        List<List<ShownCell>> rows = new ArrayList<>();
        JsonFields.document(stream, (name, in) -> {
            if (name.equals("sheets")) {
                JsonFields.array(in, sheet -> tab(sheet, properties, rows));
            } else {
                in.skipValue();
            }
        });
        return new ShownAnswer(properties.sheetId(), rows);
    }

    void visit(int firstRow, ShownVisitor visitor) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                visitor.row(firstRow + i, rows.get(i));
            }
        }
    }

    private static void tab(JsonReader in, TabProperties properties, List<List<ShownCell>> rows) throws IOException {
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "properties" -> JsonFields.object(value, properties::take);
                case "data" -> JsonFields.array(value, block -> block(block, rows));
                default -> value.skipValue();
            }
        });
    }

    private static void block(JsonReader in, List<List<ShownCell>> rows) throws IOException {
        JsonFields.object(in, (name, value) -> {
            if (name.equals("rowData")) {
                JsonFields.array(value, row -> rows.add(row(row)));
            } else {
                value.skipValue();
            }
        });
    }

    private static List<ShownCell> row(JsonReader in) throws IOException {
        List<ShownCell> cells = new ArrayList<>();
        JsonFields.object(in, (name, value) -> {
            if (name.equals("values")) {
                JsonFields.array(value, cell -> cells.add(cell(cell)));
            } else {
                value.skipValue();
            }
        });
        return cells;
    }

    private static ShownCell cell(JsonReader in) throws IOException {
        var fields = new Object() {
            CellContent entered = CellContent.BLANK;
            String shown = "";
        };
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "userEnteredValue" -> fields.entered = CellParser.content(value);
                case "formattedValue" -> fields.shown = value.nextString();
                default -> value.skipValue();
            }
        });
        return new ShownCell(fields.entered, fields.shown);
    }
}
