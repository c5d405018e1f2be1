package dev.sheetway.emulator.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was written into {@code Operaciones}, for the tabs that speak of it. */
final class Spools {
    private final List<String> tags = new ArrayList<>();
    private final Map<String, Integer> assembledBy = new HashMap<>();

    void add(String tag) {
        tags.add(tag);
    }

    void assembled(String workerTag) {
        assembledBy.merge(workerTag, 1, Integer::sum);
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    /** The result that the workbook's COUNTIF would have. */
    int assembledCount(Worker worker) {
        return assembledBy.getOrDefault(worker.tag(), 0);
    }
}
