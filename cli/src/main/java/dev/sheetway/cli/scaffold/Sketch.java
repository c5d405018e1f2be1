package dev.sheetway.cli.scaffold;

import dev.sheetway.contracts.HeaderName;
import java.util.List;
import java.util.Optional;

/**
 * What a plan of a tab can be begun with.
 *
 * @param otherTabs titles of the spreadsheet's other visible tabs
 * @param headers texts from the first column to the last one that has a header; blanks as empty text
 * @param schema name and version recorded on the spreadsheet for this tab; empty: none
 */
public record Sketch(
        String spreadsheetId,
        String tab,
        List<String> otherTabs,
        Guess<Integer> headerRow,
        List<String> headers,
        Guess<Optional<String>> keyColumn,
        Optional<Schema> schema) {
    public Sketch {
        otherTabs = List.copyOf(otherTabs);
        headers = List.copyOf(headers);
    }

    /** A version that the spreadsheet says it has. */
    public record Schema(String name, String version) {}

    /** Number of columns with a header. */
    public int columns() {
        return (int) headers.stream().filter(header -> !header.isBlank()).count();
    }

    /** A name that no column has. */
    String freeName() {
        String name = "New_Column";
        for (int number = 2; isTaken(name); number++) {
            name = "New_Column_" + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return headers.stream().anyMatch(header -> HeaderName.same(header, name));
    }
}
