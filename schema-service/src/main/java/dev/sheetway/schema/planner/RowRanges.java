package dev.sheetway.schema.planner;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a tab as ascending, disjoint, non-adjacent ranges.
 *
 * @param ranges 0-based, half-open
 */
public record RowRanges(List<Range> ranges) {
    public static final RowRanges NONE = new RowRanges(List.of());

    public record Range(int start, int end) {
        public int size() {
            return end - start;
        }
    }

    public RowRanges {
        ranges = List.copyOf(ranges);
    }

    public int count() {
        return ranges.stream().mapToInt(Range::size).sum();
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean contains(int row) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (row < range.start()) {
                high = middle - 1;
            } else if (row >= range.end()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** These rows without {@code others}. */
    public RowRanges minus(RowRanges others) {
        Builder left = new Builder();
        int other = 0;
        for (Range range : ranges) {
            int row = range.start();
            while (row < range.end()) {
                while (other < others.ranges.size() && others.ranges.get(other).end() <= row) {
                    other++;
                }
                Range hole = other < others.ranges.size()
                        ? others.ranges.get(other)
                        : new Range(Integer.MAX_VALUE, Integer.MAX_VALUE);
                left.add(row, Math.min(range.end(), hole.start()));
                row = Math.max(row, Math.min(range.end(), hole.end()));
            }
        }
        return left.build();
    }

    /** These rows and {@code others}. */
    public RowRanges plus(RowRanges others) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(others.ranges);
        all.sort(java.util.Comparator.comparingInt(Range::start));
        Builder united = new Builder();
        all.forEach(range -> united.add(range.start(), range.end()));
        return united.build();
    }

    /** Collects rows in ascending order of their start; touching ranges become one. */
    public static final class Builder {
        private final List<Range> ranges = new ArrayList<>();

        public void add(int row) {
            add(row, row + 1);
        }

        /** Ignores an empty range. */
        public void add(int start, int end) {
            if (start >= end) {
                return;
            }
            if (!ranges.isEmpty() && ranges.getLast().end() >= start) {
                Range last = ranges.removeLast();
                ranges.add(new Range(last.start(), Math.max(last.end(), end)));
            } else {
                ranges.add(new Range(start, end));
            }
        }

        public RowRanges build() {
            return new RowRanges(ranges);
        }
    }
}
