package dev.sheetway.workspace.fingerprint;

import dev.sheetway.workspace.fingerprint.RowHashes.Kind;
import dev.sheetway.workspace.fingerprint.TableDifference.CellChange;

/** Compares two rows that may be the same one. */
record RowComparison(RowHashes before, RowHashes after) {

    /** Whether at least half of the cells that are filled in either are equal. */
    boolean similar(int b, int a) {
        int equal = 0;
        int filled = 0;
        for (int p = 0; p < before.width(); p++) {
            if (before.kind(b, p) != Kind.BLANK || after.kind(a, p) != Kind.BLANK) {
                filled++;
                equal += before.cell(b, p) == after.cell(a, p) ? 1 : 0;
            }
        }
        return 2 * equal >= filled;
    }

    /** What happened to a cell that differs. */
    CellChange change(int b, int a, int position) {
        Kind was = before.kind(b, position);
        Kind is = after.kind(a, position);
        if (is == Kind.ERROR && was != Kind.ERROR) {
            return CellChange.BECAME_ERROR;
        }
        if (was == Kind.BLANK || is == Kind.BLANK) {
            return was == Kind.BLANK ? CellChange.FILLED : CellChange.CLEARED;
        }
        boolean shifted = was == is
                && before.hasSkeleton(b, position)
                && before.skeleton(b, position) == after.skeleton(a, position);
        return shifted ? CellChange.REFERENCES_SHIFTED : CellChange.EDITED;
    }
}
