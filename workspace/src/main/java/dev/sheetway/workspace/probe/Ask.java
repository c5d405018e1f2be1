package dev.sheetway.workspace.probe;

/** Requests as JSON with single quotes. */
final class Ask {
    private Ask() {}

    static String addSheet(String title, int rows, int columns) {
        return "{'addSheet':{'properties':{'title':'%s','gridProperties':{'rowCount':%d,'columnCount':%d}}}}"
                .formatted(title, rows, columns);
    }

    static String addSheet(int sheetId, String title, int rows, int columns) {
        return "{'addSheet':{'properties':{'sheetId':%d,'title':'%s','gridProperties':{'rowCount':%d,'columnCount':%d}}}}"
                .formatted(sheetId, title, rows, columns);
    }

    static String deleteSheet(int sheetId) {
        return "{'deleteSheet':{'sheetId':%d}}".formatted(sheetId);
    }

    static String addNamedRange(String id, String name, int sheetId) {
        return "{'addNamedRange':{'namedRange':{'namedRangeId':'%s','name':'%s','range':%s}}}"
                .formatted(id, name, grid(sheetId, 0, 1, 0, 1));
    }

    static String deleteNamedRange(String id) {
        return "{'deleteNamedRange':{'namedRangeId':'%s'}}".formatted(id);
    }

    /** @param location such as {@code 'spreadsheet':true} */
    static String addMetadata(int id, String key, String value, String visibility, String location) {
        return "{'createDeveloperMetadata':{'developerMetadata':{'metadataId':%d,'metadataKey':'%s','metadataValue':'%s','visibility':'%s','location':{%s}}}}"
                .formatted(id, key, value, visibility, location);
    }

    static String onColumn(int sheetId, int column) {
        return "'dimensionRange':" + columns(sheetId, column, column + 1);
    }

    static String deleteMetadata(String key) {
        return "{'deleteDeveloperMetadata':{'dataFilter':{'developerMetadataLookup':{'metadataKey':'%s'}}}}"
                .formatted(key);
    }

    static String write(int sheetId, int row, int column, String... values) {
        StringBuilder cells = new StringBuilder();
        for (String value : values) {
            cells.append(cells.isEmpty() ? "" : ",")
                    .append("{'userEnteredValue':{")
                    .append(value)
                    .append("}}");
        }
        return "{'updateCells':{'start':{'sheetId':%d,'rowIndex':%d,'columnIndex':%d},'fields':'userEnteredValue','rows':[{'values':[%s]}]}}"
                .formatted(sheetId, row, column, cells);
    }

    static String insertColumns(int sheetId, int start, int end, boolean inherit) {
        return "{'insertDimension':{'range':%s,'inheritFromBefore':%s}}"
                .formatted(columns(sheetId, start, end), inherit);
    }

    static String deleteColumns(int sheetId, int start, int end) {
        return "{'deleteDimension':{'range':%s}}".formatted(columns(sheetId, start, end));
    }

    static String allowOnly(String grid, String word) {
        return "{'setDataValidation':{'range':%s,'rule':{'strict':true,'condition':{'type':'ONE_OF_LIST','values':[{'userEnteredValue':'%s'}]}}}}"
                .formatted(grid, word);
    }

    static String protect(String grid) {
        return "{'addProtectedRange':{'protectedRange':{'range':%s,'description':'sheetway probe'}}}".formatted(grid);
    }

    static String columns(int sheetId, int start, int end) {
        return "{'sheetId':%d,'dimension':'COLUMNS','startIndex':%d,'endIndex':%d}".formatted(sheetId, start, end);
    }

    static String grid(int sheetId, int startRow, int endRow, int startColumn, int endColumn) {
        return "{'sheetId':%d,'startRowIndex':%d,'endRowIndex':%d,'startColumnIndex':%d,'endColumnIndex':%d}"
                .formatted(sheetId, startRow, endRow, startColumn, endColumn);
    }
}
