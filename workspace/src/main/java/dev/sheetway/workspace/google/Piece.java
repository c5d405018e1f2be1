package dev.sheetway.workspace.google;

import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an area that one call reads.
 *
 * @param asked the area as the caller named it
 * @param part whole rows of it
 */
record Piece(GridArea asked, GridArea part) {
    /** Keeps the URL below 8,000 characters. */
    private static final int MOST_RANGES = 60;

    /** Groups of pieces, one call each, at most {@code maxCells} cells each unless a single row has more. */
    static List<List<Piece>> calls(List<GridArea> areas, int maxCells) {
        List<List<Piece>> calls = new ArrayList<>();
        List<Piece> current = new ArrayList<>();
        long room = maxCells;
        for (Piece piece : pieces(areas, maxCells)) {
            if (!current.isEmpty() && (piece.cells() > room || current.size() == MOST_RANGES)) {
                calls.add(List.copyOf(current));
                current.clear();
                room = maxCells;
            }
            current.add(piece);
            room -= piece.cells();
        }
        if (!current.isEmpty()) {
            calls.add(List.copyOf(current));
        }
        return calls;
    }

    private static List<Piece> pieces(List<GridArea> areas, int maxCells) {
        List<Piece> pieces = new ArrayList<>();
        for (GridArea area : areas) {
            int width = area.endColumn() - area.startColumn();
            if (width == 0) {
                continue;
            }
            int height = Math.max(1, maxCells / width);
            int end;
            for (int row = area.startRow(); row < area.endRow(); row = end) {
                end = (int) Math.min(area.endRow(), (long) row + height);
                pieces.add(
                        new Piece(area, new GridArea(area.sheetId(), row, end, area.startColumn(), area.endColumn())));
            }
        }
        return pieces;
    }

    private long cells() {
        return (long) (part.endRow() - part.startRow()) * (part.endColumn() - part.startColumn());
    }
}
