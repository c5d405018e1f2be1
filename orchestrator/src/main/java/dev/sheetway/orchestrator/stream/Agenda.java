package dev.sheetway.orchestrator.stream;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/** When which spreadsheet of a task waits for a time. Confined to one task. */
final class Agenda {
    private final TreeMap<Instant, SequencedSet<String>> byTime = new TreeMap<>();
    private final Map<String, Instant> bySpreadsheet = new HashMap<>();

    void put(String spreadsheet, Optional<Instant> due) {
        Instant before = bySpreadsheet.remove(spreadsheet);
        if (before != null) {
            byTime.computeIfPresent(before, (time, there) -> {
                there.remove(spreadsheet);
                return there.isEmpty() ? null : there;
            });
        }
        due.ifPresent(time -> {
            bySpreadsheet.put(spreadsheet, time);
            byTime.computeIfAbsent(time, none -> new LinkedHashSet<>()).add(spreadsheet);
        });
    }

    Optional<Instant> earliest() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.firstKey());
    }

    /** Those due at {@code time} or before, in the order of their times. */
    List<String> dueAt(Instant time) {
        return byTime.headMap(time, true).values().stream()
                .flatMap(SequencedSet::stream)
                .toList();
    }
}
