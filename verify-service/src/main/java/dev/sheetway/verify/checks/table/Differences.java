package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.Difference;
import java.util.ArrayList;
import java.util.List;

/** Counts differences and keeps the first {@link Check#MOST_DIFFERENCES}. */
public final class Differences {
    private final List<Difference> first = new ArrayList<>();
    private long total;

    /** @param row 1-based; 0: the whole column */
    public void add(int row, String column, String kind) {
        total++;
        if (first.size() < Check.MOST_DIFFERENCES) {
            first.add(new Difference(row, column, kind));
        }
    }

    public void addAll(Differences others) {
        total += others.total - others.first.size();
        others.first.forEach(one -> add(one.row(), one.column(), one.kind()));
    }

    public List<Difference> first() {
        return List.copyOf(first);
    }

    public long total() {
        return total;
    }

    public boolean isEmpty() {
        return total == 0;
    }
}
