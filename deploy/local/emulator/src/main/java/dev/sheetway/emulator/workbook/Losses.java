package dev.sheetway.emulator.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what an import cannot keep, counted per place and kind, with the first example. */
final class Losses {
    private record Kind(String place, String what) {}

    private static final class Tally {
        private int count;
        private String first = "";
    }

    private final Map<Kind, Tally> tallies = new LinkedHashMap<>();

    void add(String place, String what, String example) {
        add(place, what, 1, example);
    }

    void add(String place, String what, int count, String example) {
        if (count > 0) {
            Tally tally = tallies.computeIfAbsent(new Kind(place, what), kind -> new Tally());
            tally.first = tally.count == 0 ? example : tally.first;
            tally.count += count;
        }
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        tallies.forEach((kind, tally) -> sentences.add(kind.place() + ": " + tally.count + " × " + kind.what()
                + (tally.first.isEmpty() ? "" : " (first: " + tally.first + ")")));
        return sentences;
    }
}
