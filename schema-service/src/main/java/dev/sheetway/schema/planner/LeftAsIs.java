package dev.sheetway.schema.planner;

import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.StepResult.Contracted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rollback leaves as people made it: the first places, and how many more of each kind. */
final class LeftAsIs {
    private static final int KINDS = 10;

    private record Sort(String column, String kind) {}

    private final List<Difference> first = new ArrayList<>();
    private final Map<Sort, Integer> more = new LinkedHashMap<>();

    /** @param row 1-based; 0: a whole column */
    void add(int row, String column, String kind) {
        if (first.size() < Contracted.MOST_KEPT - KINDS) {
            first.add(new Difference(row, column, kind));
        } else {
            more.merge(new Sort(column, kind), 1, Integer::sum);
        }
    }

    List<Difference> list() {
        List<Difference> all = new ArrayList<>(first);
        more.entrySet().stream()
                .limit(KINDS)
                .forEach(entry -> all.add(new Difference(
                        0, entry.getKey().column(), entry.getKey().kind() + ": " + entry.getValue() + " more")));
        return all;
    }
}
