package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as letters, {@code .} for none, from the row below the header on; the answer is the live row or ? or -. */
class RowMatchTest {
    @ParameterizedTest(name = "{3}: {0} to {1}")
    @CsvSource({
        "abc, abc, 012, nothing moved",
        "aab, aab, 012, equal keys in their places",
        "a..b, a..b, 0123, rows without a key in their places",
        "abc, xabc, 123, a row inserted above",
        "abc, ac, 0-1, a row deleted",
        "abc, cab, 120, a row moved",
        "adbdc, xadbdc, 12345, equal keys pushed down",
        "adbdc, badcd, 1?0?3, equal keys in a sorted table",
        "addc, adc, 0??2, one of two equal keys deleted",
        "adc, addc, 0?3, a key that has become two",
        "a.b, a..b, 0?3, a row without a key inserted",
        "a.b, xa.b, 123, a row without a key pushed down",
        "a.b, ba., 1?0, a row without a key in a sorted table",
        "ab.., abc., 01?3, a row typed where none was",
        "..., .., 01-, fewer rows"
    })
    void findsARowAgainOrSaysThatItCannot(String archived, String live, String expected, String name) {
        RowMatch match = RowMatch.of(keys(archived), keys(live), 1);

        String found = IntStream.rangeClosed(1, archived.length())
                .mapToObj(row -> match.live(row) > 0
                        ? Integer.toString(match.live(row) - 1)
                        : match.reason(row).equals("row-gone") ? "-" : "?")
                .reduce("", String::concat);
        assertThat(found).isEqualTo(expected);
        assertThat(match.live(0)).isZero();
    }

    private static List<String> keys(String letters) {
        return Arrays.asList(("Key" + letters).replace("Key", "k").split("")).stream()
                .map(letter -> letter.equals(".") ? "" : letter)
                .toList();
    }
}
