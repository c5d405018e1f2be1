package dev.sheetway.verify.checks.table;

/** Compares a row of the backup with a live row over the columns that both have. */
final class Twins {
    private final ColumnMatch columns;
    private final Span span;

    Twins(ColumnMatch columns, Span span) {
        this.columns = columns;
        this.span = span;
    }

    enum Likeness {
        SAME,
        /** Only rows that formulas refer to differ: what inserting a row elsewhere does to them. */
        SAME_BUT_REFERENCES,
        DIFFERENT
    }

    /** A formula that evaluates to another error than before is {@link Likeness#DIFFERENT}. */
    Likeness compare(RowImage old, RowImage live) {
        Likeness likeness = Likeness.SAME;
        for (int b = span.start(); b < span.end(); b++) {
            int l = columns.live(b);
            if (l >= 0 && old.cell(b) != live.cell(l)) {
                if (!sameButReferences(old.cell(b), live.cell(l))) {
                    return Likeness.DIFFERENT;
                }
                likeness = Likeness.SAME_BUT_REFERENCES;
            }
        }
        return likeness;
    }

    static boolean sameButReferences(long old, long live) {
        return CellCode.isFormula(old)
                && CellCode.loose(old) == CellCode.loose(live)
                && CellCode.severity(old) == CellCode.severity(live);
    }

    /** Hash of the row's matched cells; 0 when they are all blank. */
    long contentOfOld(RowImage row) {
        long hash = 0;
        for (int b = span.start(); b < span.end(); b++) {
            if (columns.live(b) >= 0) {
                hash = add(hash, b, row.cell(b));
            }
        }
        return hash;
    }

    /** The same hash for a live row. */
    long contentOfLive(RowImage row) {
        long hash = 0;
        for (int b = span.start(); b < span.end(); b++) {
            int l = columns.live(b);
            if (l >= 0) {
                hash = add(hash, b, row.cell(l));
            }
        }
        return hash;
    }

    private static long add(long hash, int column, long cell) {
        return cell == CellCode.BLANK ? hash : Mix.of(hash, CellCode.loose(cell) + column * 31L) | 1;
    }

    /** Whether at least half of the old row's cells stand in the live row: an edited row, not another one. */
    boolean similar(RowImage old, RowImage live) {
        int filled = 0;
        int same = 0;
        for (int b = span.start(); b < span.end(); b++) {
            int l = columns.live(b);
            if (l >= 0 && old.cell(b) != CellCode.BLANK) {
                filled++;
                same += CellCode.loose(old.cell(b)) == CellCode.loose(live.cell(l)) ? 1 : 0;
            }
        }
        return 2 * same >= filled && filled > 0;
    }

    int filled(RowImage old) {
        int filled = 0;
        for (int b = span.start(); b < span.end(); b++) {
            filled += old.cell(b) == CellCode.BLANK ? 0 : 1;
        }
        return filled;
    }
}
