package dev.sheetway.workspace.bench;

/** Cells of a large table as requests: texts, numbers and truth values in turn; no formulas, whose results an emulator cannot know. */
final class TableOnTheFly {
    static final int COLUMNS = 66;

    private TableOnTheFly() {}

    /** One batch update that writes rows {@code start} to before {@code end}. */
    static String request(int start, int end) {
        StringBuilder json = new StringBuilder(
                        "{\"requests\":[{\"updateCells\":{\"start\":{\"sheetId\":0,\"rowIndex\":")
                .append(start)
                .append(",\"columnIndex\":0},\"fields\":\"userEnteredValue\",\"rows\":[");
        for (int row = start; row < end; row++) {
            json.append(row == start ? "" : ",").append("{\"values\":[");
            for (int column = 0; column < COLUMNS; column++) {
                json.append(column == 0 ? "" : ",")
                        .append("{\"userEnteredValue\":{")
                        .append(value(row, column))
                        .append("}}");
            }
            json.append("]}");
        }
        return json.append("]}}]}").toString();
    }

    private static String value(int row, int column) {
        return switch (column % 3) {
            case 0 -> "\"stringValue\":\"row " + row + " column " + column + "\"";
            case 1 -> "\"numberValue\":" + (row * 0.5 + column);
            default -> "\"boolValue\":" + (row % 2 == 0);
        };
    }
}
