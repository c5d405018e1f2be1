package dev.sheetway.emulator.sequences;

import java.util.HashSet;
import java.util.Set;

/** A named range as the sets of rows and columns that it covers; it is gone when one of the sets is empty. */
record ReferenceRange(String name, Line sheet, Set<Line> rows, Set<Line> columns) {

    ReferenceRange copy() {
        return new ReferenceRange(name, sheet, new HashSet<>(rows), new HashSet<>(columns));
    }

    Set<Line> axis(boolean ofRows) {
        return ofRows ? rows : columns;
    }
}
