package dev.sheetway.workspace.google;

import com.google.gson.stream.JsonReader;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.SheetReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to {@code spreadsheets.get} with {@link #MASK}: per tab one block for each range that was asked of it, in
 * that order.
 */
record CellsAnswer(List<TabCells> tabs) {
    static final String MASK =
            "sheets(properties(sheetId,title),data(startRow,startColumn,rowData(values(" + CellParser.MASK + "))))";

    private static final String ANY =
            "sheets(properties(sheetId,title),data(startRow,startColumn,rowData(values(%s))))";

    /** What is asked for. */
    static String mask(SheetReader.Rows wanted) {
        return switch (wanted) {
            case ENTERED -> ANY.formatted("userEnteredValue");
            case WITH_CONTENT, WITH_ANYTHING -> MASK;
            case WITH_EVERYTHING -> ANY.formatted(CellParser.RESULTS + "," + CellParser.MASK_OF_EVERYTHING);
            case WITHOUT_RESULTS -> ANY.formatted(CellParser.MASK_OF_EVERYTHING);
        };
    }

    record TabCells(int sheetId, String title, List<Block> blocks) {}

    /** @param rows those that are not blank, ascending */
    record Block(int startRow, int startColumn, List<Row> rows) {}

    /** @param offset from the block's first row on */
    record Row(int offset, List<Cell> cells) {}

    /** @throws UnreadableAnswer when the stream ends early or is something else */
    static CellsAnswer parse(InputStream stream) throws IOException {
        return parse(stream, SheetReader.Rows.WITH_CONTENT);
    }

    static CellsAnswer parse(InputStream stream, SheetReader.Rows wanted) throws IOException {
        CellParser cells = new CellParser();
        List<TabCells> tabs = new ArrayList<>();
        JsonFields.document(stream, (name, in) -> {
            if (name.equals("sheets")) {
                JsonFields.array(in, sheet -> tabs.add(tab(sheet, cells, wanted)));
            } else {
                in.skipValue();
            }
        });
        return new CellsAnswer(tabs);
    }

    private static TabCells tab(JsonReader in, CellParser cells, SheetReader.Rows wanted) throws IOException {
        TabProperties properties = new TabProperties();
        List<Block> blocks = new ArrayList<>();
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "properties" -> JsonFields.object(value, properties::take);
                case "data" -> JsonFields.array(value, block -> blocks.add(block(block, cells, wanted)));
                default -> value.skipValue();
            }
        });
        return new TabCells(properties.sheetId(), properties.title(), blocks);
    }

    private static Block block(JsonReader in, CellParser cells, SheetReader.Rows wanted) throws IOException {
        var fields = new Object() {
            int startRow;
            int startColumn;
            int offset;
        };
        List<Row> rows = new ArrayList<>();
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "startRow" -> fields.startRow = value.nextInt();
                case "startColumn" -> fields.startColumn = value.nextInt();
                case "rowData" ->
                    JsonFields.array(value, row -> {
                        List<Cell> found = row(row, cells);
                        if (isWanted(found, wanted)) {
                            rows.add(new Row(fields.offset, found));
                        }
                        fields.offset++;
                    });
                default -> value.skipValue();
            }
        });
        return new Block(fields.startRow, fields.startColumn, rows);
    }

    /** A row is cut behind its last cell that has anything. */
    private static boolean isWanted(List<Cell> row, SheetReader.Rows wanted) {
        return switch (wanted) {
            case ENTERED, WITH_CONTENT ->
                row.stream().anyMatch(cell -> !cell.content().isBlank());
            case WITH_ANYTHING, WITH_EVERYTHING, WITHOUT_RESULTS -> !row.isEmpty();
        };
    }

    private static List<Cell> row(JsonReader in, CellParser cells) throws IOException {
        List<Cell> row = new ArrayList<>();
        JsonFields.object(in, (name, value) -> {
            if (name.equals("values")) {
                JsonFields.array(value, cell -> row.add(cells.parse(cell)));
            } else {
                value.skipValue();
            }
        });
        int end = row.size();
        while (end > 0 && row.get(end - 1).equals(CellParser.EMPTY)) {
            end--;
        }
        return List.copyOf(row.subList(0, end));
    }
}
