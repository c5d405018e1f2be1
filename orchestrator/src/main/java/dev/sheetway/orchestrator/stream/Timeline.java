package dev.sheetway.orchestrator.stream;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/** One time per spreadsheet, in order. Confined to one task. */
final class Timeline {
    private final TreeMap<Instant, SequencedSet<String>> byTime = new TreeMap<>();
    private final Map<String, Instant> bySpreadsheet = new HashMap<>();

    void put(String spreadsheet, Optional<Instant> when) {
        Instant before = bySpreadsheet.remove(spreadsheet);
        if (before != null) {
            byTime.computeIfPresent(before, (time, there) -> {
                there.remove(spreadsheet);
                return there.isEmpty() ? null : there;
            });
        }
        when.ifPresent(time -> {
            bySpreadsheet.put(spreadsheet, time);
            byTime.computeIfAbsent(time, none -> new LinkedHashSet<>()).add(spreadsheet);
        });
    }

    Optional<Instant> earliest() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.firstKey());
    }

    /** Those at {@code time} or before. */
    Collection<SequencedSet<String>> until(Instant time) {
        return byTime.headMap(time, true).values();
    }

    /** By their times, those after {@code time}. */
    NavigableMap<Instant, SequencedSet<String>> after(Instant time) {
        return byTime.tailMap(time, false);
    }
}
