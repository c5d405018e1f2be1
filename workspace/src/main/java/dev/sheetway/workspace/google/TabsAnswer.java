package dev.sheetway.workspace.google;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.TabVisitor;
import dev.sheetway.workspace.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to {@code spreadsheets.get} with {@link #MASK} and ranges: structure and cells of the tabs that the ranges
 * name, and of no other (recorded: {@code ranges='worksheet 2'} of a spreadsheet with two tabs brings one).
 *
 * @param workbook with those tabs and the metadata of the columns in the ranges
 */
record TabsAnswer(Workbook workbook, CellsAnswer cells) {
    private static final String METADATA = "developerMetadata(metadataId,metadataKey,metadataValue)";

    /** Like {@link WorkbookParser#MASK} with cells, without row metadata: that is one entry per row of each range. */
    static final String MASK = "properties(title,locale,timeZone),"
            + "sheets(properties(sheetId,title,index,hidden,"
            + "gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)),"
            + "protectedRanges(protectedRangeId)," + METADATA + ","
            + "data(startRow,startColumn,columnMetadata(" + METADATA + "),rowData(values(" + CellParser.MASK + ")))),"
            + "namedRanges," + METADATA;

    /** Reads the answer twice from memory: it holds a header row and a few columns, never a table. */
    static TabsAnswer parse(SpreadsheetId id, InputStream stream) throws IOException {
        byte[] answer = stream.readAllBytes();
        Workbook book = WorkbookParser.parse(id, new ByteArrayInputStream(answer));
        Workbook once = new Workbook(
                book.id(),
                book.title(),
                book.locale(),
                book.timeZone(),
                book.tabs(),
                book.namedRanges(),
                // ranges that cross bring the same column twice
                book.metadata().stream().distinct().toList());
        return new TabsAnswer(once, CellsAnswer.parse(new ByteArrayInputStream(answer)));
    }

    /** Visits the rows of {@code areas}; false, before any visit, when the answer is about other tabs or cells. */
    boolean visit(List<TabArea> areas, TabVisitor visitor) {
        Map<GridArea, TabArea> asked = new LinkedHashMap<>();
        List<Piece> pieces = new ArrayList<>();
        Map<Integer, String> titles = new HashMap<>();
        for (TabArea area : areas) {
            Optional<Workbook.Tab> tab = workbook.tab(area.tab());
            Optional<GridArea> grid = tab.flatMap(area::within);
            if (tab.isEmpty() || grid.isEmpty()) {
                return false;
            }
            titles.put(tab.get().sheetId(), area.tab());
            asked.put(grid.get(), area);
            pieces.add(new Piece(grid.get(), grid.get()));
        }
        Optional<PieceRows> rows = PieceRows.match(pieces, titles, cells);
        rows.ifPresent(found ->
                found.visit((grid, row, cells) -> visitor.row(Objects.requireNonNull(asked.get(grid)), row, cells)));
        return rows.isPresent();
    }
}
