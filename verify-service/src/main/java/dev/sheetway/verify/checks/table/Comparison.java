package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import java.util.BitSet;

/** What differs between the backup and the live table. */
public final class Comparison {
    private final LiveTable live;
    private final Tally tally;
    private final BitSet known;

    Comparison(LiveTable live, Tally tally, BitSet known) {
        this.live = live;
        this.tally = tally;
        this.known = known;
    }

    /** What must not be, whoever did it: rows with a key that vanished, formulas that became errors. */
    public Differences fatal() {
        return tally.fatal();
    }

    /** What people changed meanwhile, structure included. */
    public Differences edits() {
        return tally.edits();
    }

    /** Cells that hold an error now and did not, or a worse one. */
    public Differences newErrors() {
        return tally.newErrors();
    }

    /** Cells of the backup that are not as they were, those of deleted rows and columns included. */
    public long editedCells() {
        return tally.editedCells();
    }

    /** Cells that the backup holds. */
    public long backupCells() {
        return live.layout().digests().stream().mapToLong(ColumnDigest::cells).sum();
    }

    /**
     * More than 1 % of the backup's cells: too much to be told from damage without a person. One cell is never too many.
     */
    public boolean tooManyEdits() {
        return editedCells() > Math.max(1, backupCells() / 100);
    }

    /** Whether a real live row stood in the backup as a real row. */
    public boolean isKnown(int liveOrdinal) {
        return known.get(liveOrdinal);
    }
}
