package dev.sheetway.schema.planner;

import java.util.ArrayList;
import java.util.List;

/** Pairs of rows, neighbours put together. */
final class RowRuns {
    record Run(int from, int to, int count) {}

    private final List<Run> runs = new ArrayList<>();

    /** @param from ascending */
    void add(int from, int to) {
        if (!runs.isEmpty()) {
            Run last = runs.getLast();
            if (last.from() + last.count() == from && last.to() + last.count() == to) {
                runs.set(runs.size() - 1, new Run(last.from(), last.to(), last.count() + 1));
                return;
            }
        }
        runs.add(new Run(from, to, 1));
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }
}
