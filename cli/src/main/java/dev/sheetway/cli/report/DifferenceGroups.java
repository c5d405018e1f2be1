package dev.sheetway.cli.report;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Hundreds of differences in a few lines: one for each column and kind, its rows as ranges. */
final class DifferenceGroups {
    private record Group(String column, String kind) {}

    private DifferenceGroups() {}

    /** Such as {@code version: not-a-number in rows 7, 9–12 (5 cells)}; last how many are not in the journal. */
    static List<String> lines(Check check) {
        Map<Group, List<Integer>> groups = new LinkedHashMap<>();
        check.differences().forEach(difference -> groups.computeIfAbsent(
                        new Group(difference.column(), difference.kind()), key -> new ArrayList<>())
                .add(difference.row()));
        List<String> lines = new ArrayList<>();
        groups.forEach((group, rows) -> lines.add(line(group, rows)));
        long more = check.differencesTotal() - check.differences().size();
        if (more > 0) {
            lines.add("and " + more + " more: the journal keeps the first " + Check.MOST_DIFFERENCES);
        }
        return lines;
    }

    private static String line(Group group, List<Integer> rows) {
        TreeSet<Integer> distinct = new TreeSet<>(rows);
        distinct.remove(wholeColumn());
        String what = (group.column().isEmpty() ? "" : group.column() + ": ") + group.kind();
        if (distinct.isEmpty()) {
            return what;
        }
        return what
                + (distinct.size() == 1 ? " in row " : " in rows ")
                + ranges(distinct)
                + (distinct.size() == 1 ? "" : " (" + distinct.size() + " cells)");
    }

    /** As {@link Difference#row()} says it. */
    private static int wholeColumn() {
        return 0;
    }

    private static String ranges(TreeSet<Integer> rows) {
        List<String> ranges = new ArrayList<>();
        int first = rows.first();
        int last = first;
        for (int row : rows.tailSet(first, false)) {
            if (row != last + 1) {
                ranges.add(range(first, last));
                first = row;
            }
            last = row;
        }
        ranges.add(range(first, last));
        return String.join(", ", ranges);
    }

    private static String range(int first, int last) {
        return first == last ? Integer.toString(first) : first + (last == first + 1 ? ", " : "–") + last;
    }
}
