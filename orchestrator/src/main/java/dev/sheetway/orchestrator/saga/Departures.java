package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.check.Difference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a verification after completion found, told apart: facts of the schema, and people at work. They fill the new
 * columns, count versions up, edit and delete rows: that is what the columns are for.
 *
 * @param drift columns that are missing or renamed, cells of another type, formats or validation that are gone, new
 *     broken references; in words
 * @param ordinary everything else that is not as the migration left it, in words
 */
record Departures(List<String> drift, List<String> ordinary) {
    private static final int MOST_NAMED = 10;

    /** These fail only when a column is missing, out of place or not to be told from another. */
    private static final Set<String> ABOUT_COLUMNS = Set.of("column_count", "new_headers", "column_mapping");

    /** What people do; any other kind of difference in a failed check is a fact of the schema. */
    private static final Set<String> WORK = Set.of(
            "wrong-value",
            "blank",
            "edited-meanwhile",
            "edited",
            "filled",
            "cleared",
            "row-deleted",
            "vanished",
            "key-cleared",
            "addressed-cell-differs", // in journals of earlier releases
            "formula-became-error", // its own check tells when a reference broke
            "new-error",
            "column-moved",
            "extra-column");

    /** Facts of the schema even where the check as a whole is content. */
    private static final Set<String> NEVER_WORK = Set.of("column-deleted", "header-edited", "new-reference-error");

    static Departures of(CheckReport report) {
        return new Departures(
                report.checks().stream().flatMap(check -> facts(check).stream()).toList(),
                report.checks().stream().flatMap(check -> work(check).stream()).toList());
    }

    private static Optional<String> facts(Check check) {
        if (!check.passed() && ABOUT_COLUMNS.contains(check.id())) {
            return Optional.of(check.id() + ": expected " + check.expected() + ", found " + check.actual());
        }
        return named(
                check,
                check.differences().stream().filter(each -> isFact(check, each)).toList());
    }

    private static Optional<String> work(Check check) {
        boolean aboutColumns = !check.passed() && ABOUT_COLUMNS.contains(check.id());
        List<Difference> differences = aboutColumns
                ? List.of()
                : check.differences().stream()
                        .filter(each -> !isFact(check, each))
                        .toList();
        return named(check, differences);
    }

    private static boolean isFact(Check check, Difference difference) {
        return check.passed() ? NEVER_WORK.contains(difference.kind()) : !WORK.contains(difference.kind());
    }

    private static Optional<String> named(Check check, List<Difference> differences) {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        String first = differences.stream()
                .map(each -> "column \"" + each.column() + "\" " + each.kind())
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        String more = check.differencesTotal() > check.differences().size()
                ? " of the first " + check.differences().size() + " listed"
                : "";
        return Optional.of(check.id() + ": " + differences.size() + more + " (" + first + ")");
    }
}
