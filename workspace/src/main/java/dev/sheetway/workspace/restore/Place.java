package dev.sheetway.workspace.restore;

import java.util.Comparator;

/** One cell of a spreadsheet, 0-based. */
public record Place(int sheetId, int row, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::sheetId).thenComparingInt(Place::row).thenComparingInt(Place::column);

    /** By tab, then row by row. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
