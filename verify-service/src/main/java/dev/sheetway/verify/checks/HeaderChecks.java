package dev.sheetway.verify.checks;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.verify.checks.table.Differences;
import dev.sheetway.verify.checks.table.Header;
import dev.sheetway.verify.checks.table.LiveTable;
import dev.sheetway.verify.checks.table.PlannedCells;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The checks of the header row. */
final class HeaderChecks {
    private final Survey survey;
    private final LiveTable live;
    private final MigrationPlan plan;
    private final Header old;

    HeaderChecks(Survey survey) {
        this.survey = survey;
        this.live = survey.table();
        this.plan = live.layout().plan();
        this.old = live.layout().backupHeader();
    }

    /** Old headers plus the plan's; columns that other people inserted are reported, not counted. */
    Check columnCount() {
        int added = (int) plan.addedColumns().stream()
                .filter(column -> !old.has(column.name()))
                .count();
        String expected = (old.count() + added) + " headers: " + old.count() + " old and " + added + " of the plan";
        return count("column_count", old.count() + added, expected);
    }

    /** The headers of the backup; columns that other people inserted are reported, not counted. */
    Check columnCountRestored() {
        return count("column_count_restored", old.count(), old.count() + " headers, as before");
    }

    private Check count(String id, int expected, String words) {
        Differences others = new Differences();
        for (int column = 0; column < live.header().width(); column++) {
            if (!live.header().text(column).isBlank() && isForeign(column)) {
                others.add(plan.headerRow(), live.header().label(column), "extra-column");
            }
        }
        int now = live.header().count();
        String actual = now + " headers" + (others.isEmpty() ? "" : ", " + others.total() + " of other people");
        return check(id, now - others.total() == expected, words, actual, others);
    }

    private boolean isForeign(int column) {
        boolean ours = live.planned().stream().anyMatch(cells -> cells.column() == column);
        return !ours && live.columns().backup(column) < 0;
    }

    /** Present, in the plan's order, unique after normalisation, anchored. */
    Check newHeaders() {
        Differences wrong = new Differences();
        plan.addedColumns().forEach(column -> presence(column, wrong));
        order(wrong);
        gone(wrong);
        String names = plan.addedColumns().stream()
                .map(column -> "\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
        String actual = wrong.isEmpty() ? "so they stand" : wrong.total() + " departures";
        String expected = names.isEmpty() ? "no new column" : names + ", each once, in this order, anchored";
        List<String> gone = live.layout().expected().gone();
        String without = gone.isEmpty() ? "" : "; without " + String.join(", ", gone);
        return check("new_headers", wrong.isEmpty(), expected + without, actual, wrong);
    }

    /** Names that the plan took away: renamed and dropped columns, after a rollback the new names. */
    private void gone(Differences wrong) {
        live.layout().expected().gone().stream()
                .filter(name -> live.header().has(name))
                .forEach(name -> wrong.add(plan.headerRow(), name, "still-there"));
    }

    private void presence(AddColumn column, Differences wrong) {
        List<Integer> positions = live.header().positions(column.name());
        if (positions.isEmpty()) {
            wrong.add(plan.headerRow(), column.name(), "missing");
        } else if (positions.size() > 1) {
            wrong.add(plan.headerRow(), column.name(), "duplicate");
        } else if (!isAnchored(column, positions.getFirst())) {
            wrong.add(plan.headerRow(), column.name(), "not-anchored");
        }
    }

    private boolean isAnchored(AddColumn column, int position) {
        String name = HeaderName.normalise(column.name());
        return survey.anchors().stream()
                .anyMatch(anchor -> anchor.column() == position && anchor.name().equals(name));
    }

    private void order(Differences wrong) {
        List<Integer> places = plannedOrder().stream()
                .map(name -> live.header().positions(name))
                .filter(positions -> positions.size() == 1)
                .map(List::getFirst)
                .toList();
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i) < places.get(i - 1)) {
                wrong.add(plan.headerRow(), live.header().label(places.get(i)), "out-of-order");
            }
        }
    }

    /** The plan's new columns as they stand from left to right once each is behind its {@code after}. */
    private List<String> plannedOrder() {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < old.width(); column++) {
            names.add(nameNow(old.name(column)));
        }
        List<String> added = new ArrayList<>();
        for (AddColumn column : plan.addedColumns()) {
            String name = HeaderName.normalise(column.name());
            if (!old.has(column.name())) {
                int after = column.after()
                        .map(neighbour -> nameNow(HeaderName.normalise(neighbour)))
                        .map(names::indexOf)
                        .orElse(-1);
                names.add(after < 0 ? names.size() : behind(after, names), name);
                added.add(name);
            }
        }
        return names.stream().filter(added::contains).toList();
    }

    /** The plan may call a column by its old or its new name; the live header has the new one. */
    private String nameNow(String name) {
        return plan.changes(RenameColumn.class).stream()
                .filter(rename -> HeaderName.normalise(rename.from()).equals(name))
                .map(rename -> HeaderName.normalise(rename.to()))
                .findFirst()
                .orElse(name);
    }

    /** Behind one and the same column the plan's order holds. */
    private int behind(int neighbour, List<String> names) {
        int at = neighbour + 1;
        while (at < names.size() && follows(names.get(at), names.get(neighbour))) {
            at++;
        }
        return at;
    }

    /** Whether the plan puts {@code name} behind {@code target}, directly or behind something that it put there. */
    private boolean follows(String name, String target) {
        return plan.addedColumns().stream()
                .filter(column -> HeaderName.normalise(column.name()).equals(name) && !old.has(column.name()))
                .flatMap(column -> column.after().stream())
                .map(after -> nameNow(HeaderName.normalise(after)))
                .anyMatch(after -> after.equals(target) || follows(after, target));
    }

    /** The map from normalised name to column, rebuilt from the live header, resolves every name, old and new. */
    Check columnMapping() {
        Differences unresolved = new Differences();
        long names = plan.addedColumns().size();
        for (AddColumn column : plan.addedColumns()) {
            if (!live.header().has(column.name())) {
                unresolved.add(0, column.name(), "unresolved");
            }
        }
        for (ColumnDigest column : live.layout().digests()) {
            boolean ours = plan.addedColumns().stream().anyMatch(one -> HeaderName.same(one.name(), column.header()));
            boolean named = !HeaderName.normalise(column.header()).isEmpty();
            names += named && !ours ? 1 : 0;
            if (named && !ours && !live.header().has(column.header())) {
                unresolved.add(0, column.header(), "unresolved");
            }
        }
        return check(
                "column_mapping",
                unresolved.isEmpty(),
                names + " names, old and new, resolve",
                (names - unresolved.total()) + " resolve",
                unresolved);
    }

    /** No column of the plan is left that was not there before. */
    Check planColumnsAbsent() {
        Differences left = new Differences();
        for (PlannedCells cells : live.planned()) {
            String name = cells.planned().name();
            if (!old.has(name)) {
                live.header().positions(name).forEach(column -> left.add(plan.headerRow(), name, "still-there"));
            }
        }
        gone(left);
        long there = left.total();
        live.layout().expected().back().stream()
                .filter(name -> !live.header().has(name))
                .forEach(name -> left.add(plan.headerRow(), name, "not-restored"));
        return check(
                "plan_columns_absent",
                left.isEmpty(),
                "no column of the plan, every column that it dropped",
                left.isEmpty() ? "so they stand" : there + " still there, " + (left.total() - there) + " not restored",
                left);
    }

    static Check check(String id, boolean passed, String expected, String actual, Differences differences) {
        return new Check(id, passed, expected, actual, differences.first(), differences.total());
    }
}
