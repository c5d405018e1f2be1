package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.NumberFormat;
import java.util.Set;

/**
 * Whether a cell of a planned column is formatted and validated as declared. A date format on a number column is how the
 * reference system's counts came to be shown as days of 1900; a date column without one shows dates as numbers.
 */
final class FormatRule {
    static final Set<String> DATES = Set.of("DATE", "DATE_TIME", "TIME");

    private final AddColumn column;

    FormatRule(AddColumn column) {
        this.column = column;
    }

    boolean formatHolds(Cell cell) {
        String type = cell.format().map(NumberFormat::type).orElse("");
        boolean typeFits =
                switch (column.type()) {
                    case DATE -> type.equals("DATE") || (declared() && type.equals("DATE_TIME"));
                    case DATETIME -> type.equals("DATE_TIME") || (declared() && type.equals("DATE"));
                    case TEXT, INTEGER, NUMBER, BOOLEAN -> !DATES.contains(type);
                };
        return typeFits && (!declared() || patternHolds(cell));
    }

    private boolean declared() {
        return column.format().isPresent();
    }

    private boolean patternHolds(Cell cell) {
        String pattern = cell.format().map(NumberFormat::pattern).orElse("");
        return pattern.equals(column.format().orElse(pattern));
    }

    /** The rule on the cell must contain the declared regular expression, however its JSON is escaped. */
    boolean validationHolds(Cell cell) {
        return column.pattern()
                .map(pattern -> cell.validation()
                        .map(rule -> unescape(rule).contains(pattern.replace("\"", "\"\"")))
                        .orElse(false))
                .orElse(true);
    }

    static String unescape(String json) {
        StringBuilder plain = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\' || i + 1 == json.length()) {
                plain.append(c);
                continue;
            }
            char escaped = json.charAt(++i);
            if (escaped == 'u' && i + 4 < json.length()) {
                plain.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            default -> escaped;
                        });
            }
        }
        return plain.toString();
    }
}
