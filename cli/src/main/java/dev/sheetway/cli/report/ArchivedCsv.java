package dev.sheetway.cli.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cells of an archive tab as a file of comma-separated values (RFC 4180), UTF-8, one line for each cell.
 *
 * <p>Spreadsheet programs run what looks like a formula when they open such a file, and in many countries they take a
 * semicolon for the end of a field. What begins like a formula, or like an apostrophe, at the beginning of a text or behind
 * a semicolon, tab or line break in it therefore has an apostrophe in front: to get a text back, take those away.
 */
final class ArchivedCsv {
    private static final List<String> HEADER =
            List.of("archive_tab", "archive_cell", "row", "key", "header", "shown", "entered", "kind", "is_initial");
    private static final Pattern DANGEROUS = Pattern.compile(
            "(?:^|(?<=[;\\t\\r\\n]))(?=[\\s\"]*[=+\\-@'\\uFF1D\\uFF0B\\uFF0D\\uFF20])|^(?=[\\t\\r\\n])");
    private static final String SPECIAL = "\",\r\n";

    private ArchivedCsv() {}

    static String of(ArchivedTab tab) {
        StringBuilder csv = new StringBuilder(64 * (tab.cells().size() + 1));
        line(csv, HEADER);
        tab.cells().forEach(cell -> line(csv, fields(tab, cell)));
        return csv.toString();
    }

    private static List<String> fields(ArchivedTab tab, ArchivedCell cell) {
        boolean number = cell.kind().equals("number");
        return List.of(
                harmless(tab.title()),
                Letters.of(cell.column()) + cell.row(),
                Integer.toString(cell.row()),
                harmless(cell.key()),
                harmless(cell.header()),
                harmless(cell.shown()),
                number ? cell.entered() : harmless(cell.entered()),
                cell.kind(),
                cell.initial() ? "yes" : "no");
    }

    private static String harmless(String text) {
        return DANGEROUS.matcher(text).replaceAll("'");
    }

    private static void line(StringBuilder csv, List<String> fields) {
        csv.append(fields.stream().map(ArchivedCsv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0) ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }
}
