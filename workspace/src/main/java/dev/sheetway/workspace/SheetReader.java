package dev.sheetway.workspace;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a spreadsheet; the read-only flavour of the port has these methods alone.
 *
 * <p>Every method may block for as long as Google takes (180 s and more) plus the wait for quota, and throws {@link
 * GatewayException} when a call fails.
 */
public interface SheetReader {

    /** Structure without cells: properties, tabs, named ranges, protected ranges, developer metadata. One call. */
    Workbook open(SpreadsheetId id);

    /**
     * Structure and cells of the tabs of {@code areas} at one instant, in one call where the implementation can; this
     * default takes two. Rows without any content are not visited.
     *
     * <p>The workbook lists at least the tabs of {@code areas} and the anchors of their columns; all tabs when one of
     * {@code areas} names none of them or lies outside its grid. Such an area, or the part outside, is passed over.
     *
     * @param areas for an area of many cells use {@link #scan}, which reads in chunks
     */
    default Workbook openWith(SpreadsheetId id, List<TabArea> areas, TabVisitor visitor) {
        Workbook book = open(id);
        Map<GridArea, TabArea> asked = new LinkedHashMap<>();
        for (TabArea area : areas) {
            book.tab(area.tab()).flatMap(area::within).ifPresent(grid -> asked.put(grid, area));
        }
        if (!asked.isEmpty()) {
            scanAll(
                    id,
                    List.copyOf(asked.keySet()),
                    (grid, row, cells) -> visitor.row(Objects.requireNonNull(asked.get(grid)), row, cells));
        }
        return book;
    }

    /**
     * Tells which title a tab had a moment ago, for example from the plan or from an event, and so saves the next
     * {@link #scan} of a spreadsheet that was not opened here the call that looks it up. A wrong title is noticed and
     * costs that call.
     */
    default void tabSeen(SpreadsheetId id, int sheetId, String title) {}

    /**
     * Cells as entered, streamed row by row in ascending order; rows without any content are not visited. Reads in
     * chunks of bounded size (one call each; a table of 200,000 cells is one call), so memory does not grow with the
     * table.
     *
     * @param area 0-based, half-open; must lie inside the grid
     */
    void scan(SpreadsheetId id, GridArea area, RowVisitor visitor);

    /** Like {@link #scan}, for several areas of one spreadsheet in one call; for small areas such as a header row. */
    void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor);

    /**
     * Like {@link #scan}, with what people see: for an export to people, never for a decision. The default knows of no
     * number formats and shows what was entered.
     */
    default void scanShown(SpreadsheetId id, GridArea area, ShownVisitor visitor) {
        scan(
                id,
                area,
                (asked, row, cells) -> visitor.row(
                        row,
                        cells.stream()
                                .map(Cell::content)
                                .map(content -> new ShownCell(content, content.asText()))
                                .toList()));
    }

    /** What speaks of columns beside cells and named ranges. One call; the default knows of nothing. */
    default List<Reference> references(SpreadsheetId id) {
        return List.of();
    }

    /** Which rows are visited, and how much of their cells is read. */
    enum Rows {
        /** Rows with content, and nothing of their cells but what was entered. */
        ENTERED,
        WITH_CONTENT,
        /** Rows too of which a cell has a format or a rule and nothing else. */
        WITH_ANYTHING,
        /** The same rows, and of each cell its {@link Cell#look()}, too. */
        WITH_EVERYTHING,
        /** The same without the errors that formulas show: all that was ever entered, and nothing that follows from it. */
        WITHOUT_RESULTS
    }

    /** Like {@link #scanAll(SpreadsheetId, List, RowVisitor)}; the default visits rows with content alone. */
    default void scanAll(SpreadsheetId id, List<GridArea> areas, Rows rows, RowVisitor visitor) {
        scanAll(id, areas, visitor);
    }
}
