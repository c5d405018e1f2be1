package dev.sheetway.verify.checks.table;

import java.util.Map;

/** Cell by cell, what differs between a row of the backup and its live partner. */
final class Tally {
    private final LiveTable live;
    private final Span span;
    private final Map<Integer, Long> adopted;
    private final Differences fatal = new Differences();
    private final Differences edits = new Differences();
    private final Differences newErrors = new Differences();
    private long editedCells;

    /**
     * @param adopted columns of the backup that the plan adds: what stood there is people's, and blank cells may get the
     *     initial value from us
     */
    Tally(LiveTable live, Span span, Map<Integer, Long> adopted) {
        this.live = live;
        this.span = span;
        this.adopted = adopted;
    }

    /** @param referencesMoved rows were inserted, deleted or moved, so formulas refer to other rows without an edit */
    void compare(RowImage old, RowImage now, boolean referencesMoved) {
        for (int b = span.start(); b < span.end(); b++) {
            int l = live.columns().live(b);
            if (l >= 0 && old.cell(b) != now.cell(l) && !initialisedByUs(b, old.cell(b), now.cell(l))) {
                cell(b, now.row + 1, old.cell(b), now.cell(l), referencesMoved);
            }
        }
        if (old.key != 0 && now.key == 0) {
            fatal.add(now.row + 1, live.header().label(live.keyColumn()), "key-cleared");
        }
    }

    private boolean initialisedByUs(int column, long old, long now) {
        return old == CellCode.BLANK && now == adopted.getOrDefault(column, CellCode.BLANK);
    }

    private void cell(int column, int rowNumber, long old, long now, boolean referencesMoved) {
        String label = live.header().label(live.columns().live(column));
        boolean worse = CellCode.severity(now) > CellCode.severity(old);
        if (worse) {
            newErrors.add(rowNumber, label, CellCode.severity(now) == 2 ? "new-reference-error" : "new-error");
        }
        if (sameAsEntered(old, now, referencesMoved)) {
            if (worse) {
                fatal.add(rowNumber, label, "formula-became-error");
            }
            return;
        }
        editedCells++;
        if (worse && CellCode.isFormula(old)) {
            fatal.add(rowNumber, label, "formula-became-error");
        } else {
            edits.add(
                    rowNumber, label, old == CellCode.BLANK ? "filled" : now == CellCode.BLANK ? "cleared" : "edited");
        }
    }

    private static boolean sameAsEntered(long old, long now, boolean referencesMoved) {
        return CellCode.entered(old) == CellCode.entered(now)
                || (referencesMoved
                        && CellCode.isFormula(old)
                        && CellCode.isFormula(now)
                        && CellCode.loose(old) == CellCode.loose(now));
    }

    /** A row of the backup that is nowhere in the live table. */
    void gone(RowImage old, int filledCells) {
        if (old.key != 0) {
            fatal.add(old.row + 1, keyLabel(), "vanished");
        } else {
            edits.add(old.row + 1, "", "row-deleted");
        }
        editedCells += filledCells;
    }

    /** A live row that is nowhere in the backup. */
    void appeared(RowImage now) {
        edits.add(now.row + 1, now.key != 0 ? keyLabel() : "", "row-inserted");
        for (int l = 0; l < now.width(); l++) {
            if (CellCode.severity(now.cell(l)) == 2) {
                newErrors.add(now.row + 1, live.header().label(l), "new-reference-error");
            }
        }
    }

    private String keyLabel() {
        return live.keyColumn() < 0 ? "" : live.header().label(live.keyColumn());
    }

    void edited(int row, String column, String kind, long cells) {
        edits.add(row, column, kind);
        editedCells += cells;
    }

    void newError(int row, String column, String kind) {
        newErrors.add(row, column, kind);
    }

    Differences fatal() {
        return fatal;
    }

    Differences edits() {
        return edits;
    }

    Differences newErrors() {
        return newErrors;
    }

    long editedCells() {
        return editedCells;
    }
}
