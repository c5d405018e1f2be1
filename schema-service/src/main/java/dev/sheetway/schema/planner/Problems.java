package dev.sheetway.schema.planner;

import java.util.ArrayList;
import java.util.List;

/** Counts what stands in a change's way and keeps the first ones. */
final class Problems {
    private static final int KEPT = 20;

    private final List<String> first = new ArrayList<>();
    private int total;

    /** @param row 0-based */
    void add(int row, String what) {
        total++;
        if (first.size() < KEPT) {
            first.add("row " + (row + 1) + " " + what);
        }
    }

    List<String> first() {
        return List.copyOf(first);
    }

    int total() {
        return total;
    }
}
