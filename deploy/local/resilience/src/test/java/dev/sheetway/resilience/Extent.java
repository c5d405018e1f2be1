package dev.sheetway.resilience;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How much of a matrix runs: {@code -Dsheetway.matrix=sample|all}; {@code -Dsheetway.part=2/3}: of that the second, fifth,
 * eighth cell and so on.
 */
enum Extent {
    /** Something of each kind: what the normal build has time for. */
    SAMPLE,
    ALL;

    static Extent chosen() {
        return valueOf(System.getProperty("sheetway.matrix", "sample").toUpperCase(Locale.ROOT));
    }

    <T> List<T> of(List<T> sample, List<T> all) {
        return part(
                switch (this) {
                    case SAMPLE -> sample;
                    case ALL -> all;
                },
                System.getProperty("sheetway.part", "1/1").split("/"));
    }

    private static <T> List<T> part(List<T> cells, String... numberOfAll) {
        int number = Integer.parseInt(numberOfAll[0]);
        int parts = Integer.parseInt(numberOfAll[1]);
        return IntStream.range(0, cells.size())
                .filter(i -> i % parts == number - 1)
                .mapToObj(cells::get)
                .toList();
    }
}
