package dev.sheetway.resilience;

import java.util.List;
import java.util.Locale;

/** How much of a matrix runs: {@code -Dsheetway.matrix=few|sample|all}. */
enum Extent {
    /** What the normal build has time for. */
    FEW,
    /** One of each kind. */
    SAMPLE,
    ALL;

    static Extent chosen() {
        return valueOf(System.getProperty("sheetway.matrix", "few").toUpperCase(Locale.ROOT));
    }

    /** The first {@code few} of {@code sample}, {@code sample}, or {@code all}. */
    <T> List<T> of(int few, List<T> sample, List<T> all) {
        return switch (this) {
            case FEW -> sample.subList(0, few);
            case SAMPLE -> sample;
            case ALL -> all;
        };
    }
}
