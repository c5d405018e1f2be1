package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the rows of the backup's table, in ascending order, and finds the live partner of each.
 *
 * <p>A row whose partner (same key, or same content where there is no key) has the same cells is done at once; only
 * rows that differ are kept until the end, when all rows are known: partners of the same key first, then rows at the
 * place where the neighbours' partners leave a gap, if at least half of their cells are the same. So rows that people
 * insert, delete or sort are seen as such, and memory grows with the number of edited rows alone.
 */
public final class BackupScan implements RowVisitor {
    private final LiveTable live;
    private final Tally tally;
    private final Twins twins;
    private final Span span;
    private final LiveIndex index;
    private final BitSet known = new BitSet();
    private final List<RowImage> pending = new ArrayList<>();
    private final List<Pair> changed = new ArrayList<>();
    /** Backup row to the distance of its live partner, where that distance changes. */
    private final TreeMap<Integer, Integer> shifts = new TreeMap<>();

    private boolean rowsMoved;

    private record Pair(RowImage old, int live) {}

    /** @param span the backup's columns that will be delivered */
    public BackupScan(LiveTable live, Span span) {
        this.live = live;
        this.span = span;
        this.tally = new Tally(live, span, adopted(live));
        this.twins = new Twins(live.columns(), span);
        this.index = new LiveIndex(live, twins);
    }

    /** Columns of the backup that the plan adds, each with the initial value that blank cells get. */
    private static Map<Integer, Long> adopted(LiveTable live) {
        Header backup = live.layout().backupHeader();
        Map<Integer, Long> initial = new HashMap<>();
        for (PlannedCells cells : live.planned()) {
            AddColumn change = cells.planned().change();
            long value = CellCode.of(
                    InitialValue.of(change),
                    0,
                    ColumnTokens.BACKUP,
                    live.layout().tab());
            backup.positions(change.name()).forEach(column -> initial.put(column, value));
        }
        return initial;
    }

    @Override
    public void row(GridArea area, int row, List<Cell> cells) {
        int headerRow = live.layout().headerRow();
        if (row == headerRow) {
            return;
        }
        int key = row > headerRow ? live.layout().backupKeyColumn().orElse(-1) : -1;
        RowImage old = RowImage.of(
                row,
                live.layout().expected().row(row, area.startColumn(), cells),
                area.startColumn(),
                key,
                ColumnTokens.BACKUP,
                live.layout().tab());
        int twin = index.find(old, ordinal -> isTwin(old, live.row(ordinal)));
        if (twin >= 0) {
            pair(old, twin);
        } else {
            pending.add(old);
        }
    }

    private boolean isTwin(RowImage old, RowImage now) {
        return switch (twins.compare(old, now)) {
            case SAME -> true;
            case SAME_BUT_REFERENCES -> old.row != now.row;
            case DIFFERENT -> false;
        };
    }

    private void pair(RowImage old, int ordinal) {
        index.take(ordinal);
        int shift = live.row(ordinal).row - old.row;
        rowsMoved |= shift != 0;
        Map.Entry<Integer, Integer> before = shifts.floorEntry(old.row);
        if (before == null || before.getValue() != shift) {
            shifts.put(old.row, shift);
        }
        boolean real = old.row > live.layout().headerRow() && (!live.keyed() || old.key != 0);
        known.set(ordinal, real && live.isReal(ordinal));
    }

    /** To be called once, after the last row. */
    public Comparison finish() {
        List<RowImage> rest = pairRest(pending, true);
        rest = pairRest(rest, false);
        for (RowImage old : rest) {
            int filled = twins.filled(old);
            rowsMoved |= filled > 0;
            if (filled > 0) {
                tally.gone(old, filled);
            }
        }
        reportAppeared();
        changed.forEach(pair -> tally.compare(pair.old(), live.row(pair.live()), rowsMoved));
        new HeaderDifferences(live).report(tally);
        return new Comparison(live, tally, known);
    }

    private List<RowImage> pairRest(List<RowImage> unpaired, boolean sameIdentity) {
        List<RowImage> rest = new ArrayList<>();
        for (RowImage old : unpaired) {
            int partner = sameIdentity ? sameIdentity(old) : inTheGap(old);
            if (partner >= 0) {
                pair(old, partner);
                changed.add(new Pair(old, partner));
            } else {
                rest.add(old);
            }
        }
        return rest;
    }

    private int sameIdentity(RowImage old) {
        int similar = index.find(old, ordinal -> twins.similar(old, live.row(ordinal)));
        return similar >= 0 || old.key == 0 ? similar : index.find(old, ordinal -> true);
    }

    private int inTheGap(RowImage old) {
        Map.Entry<Integer, Integer> before = shifts.floorEntry(old.row);
        Map.Entry<Integer, Integer> after = shifts.higherEntry(old.row);
        int first = gap(old, before == null ? 0 : before.getValue());
        return first >= 0 || after == null ? first : gap(old, after.getValue());
    }

    private int gap(RowImage old, int shift) {
        int ordinal = index.freeAt(old.row + shift);
        return ordinal >= 0 && twins.similar(old, live.row(ordinal)) ? ordinal : -1;
    }

    private void reportAppeared() {
        for (int ordinal = 0; ordinal < live.rowCount(); ordinal++) {
            RowImage now = live.row(ordinal);
            if (!index.isTaken(ordinal) && (now.key != 0 || twins.contentOfLive(now) != 0)) {
                rowsMoved = true;
                tally.appeared(now);
            }
        }
    }

    /** For a table whose digests all equal the backup's: nothing but the header is left to compare. */
    public static Comparison nothingInDoubt(LiveTable live) {
        Tally tally = new Tally(live, new Span(0, 0), Map.of());
        new HeaderDifferences(live).report(tally);
        BitSet known = new BitSet();
        for (int ordinal = 0; ordinal < live.rowCount(); ordinal++) {
            known.set(ordinal, live.isReal(ordinal));
        }
        return new Comparison(live, tally, known);
    }
}
