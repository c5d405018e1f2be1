package dev.sheetway.cli.drift;

import java.util.List;
import java.util.Optional;

/**
 * A tab as Sheetway last left it.
 *
 * @param version of the schema {@code planName} that it has since
 * @param sheetId empty before its first migration
 * @param headerRow 1-based
 * @param columns left to right, those without a header too
 */
public record KnownTable(
        String planName,
        String version,
        String tab,
        Optional<Integer> sheetId,
        int headerRow,
        List<KnownColumn> columns) {
    public KnownTable {
        columns = List.copyOf(columns);
    }

    /** Number of columns with a header. */
    public int size() {
        return (int) columns.stream().filter(column -> !column.name().isBlank()).count();
    }
}
