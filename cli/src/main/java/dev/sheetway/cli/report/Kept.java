package dev.sheetway.cli.report;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which hidden tabs a migration made to keep cells in.
 *
 * @param titles that the journal tells
 * @param pattern of the titles of all of them: a rollback that begins again makes another tab
 */
public record Kept(MigrationPlan plan, List<String> titles, Pattern pattern) {
    private static final int PREFIX = 8;

    public Kept {
        titles = List.copyOf(titles);
    }

    /** Empty: nothing was deleted or changed that is worth a look at the sheet. */
    public static Optional<Kept> of(MigrationView migration) {
        List<String> titles = Stream.concat(before(migration), after(migration)).toList();
        boolean rolledBack = migration.isTakenBack();
        String prefix = migration.id().toString().substring(0, PREFIX);
        return migration
                .accepted()
                .filter(accepted -> rolledBack || !titles.isEmpty())
                .map(accepted -> new Kept(
                        accepted.plan(), titles, Pattern.compile("sheetway_(archive|before)_" + prefix + "(_\\d+)?")));
    }

    private static Stream<String> before(MigrationView migration) {
        return results(migration, Direction.FORWARD)
                .filter(StepResult.Expanded.class::isInstance)
                .map(StepResult.Expanded.class::cast)
                .flatMap(expanded -> expanded.archive().stream())
                .map(StepResult.ArchiveTab::title);
    }

    private static Stream<String> after(MigrationView migration) {
        return results(migration, Direction.ROLLBACK)
                .filter(StepResult.Contracted.class::isInstance)
                .map(StepResult.Contracted.class::cast)
                .flatMap(contracted -> contracted.archiveTab().stream());
    }

    private static Stream<StepResult> results(MigrationView migration, Direction direction) {
        return migration.step(Step.EXPAND, direction).flatMap(StepView::result).stream();
    }

    /** Whether a tab of that title is one of them. */
    public boolean isArchive(String title) {
        return titles.contains(title) || pattern.matcher(title).matches();
    }

    /** 0-based. */
    public int headerRow() {
        return plan.headerRow() - 1;
    }

    /** Whether that is a header of the key column, before or after the plan renames it. */
    public boolean isKey(String header) {
        return plan.keyColumn().stream()
                .flatMap(key -> Stream.concat(
                        Stream.of(key),
                        plan.changes(RenameColumn.class).stream()
                                .filter(rename ->
                                        HeaderName.same(rename.from(), key) || HeaderName.same(rename.to(), key))
                                .flatMap(rename -> Stream.of(rename.from(), rename.to()))))
                .anyMatch(name -> HeaderName.same(name, header));
    }

    /** What the plan writes into every real row of the column of that header; empty: nothing. */
    public Optional<Literal> initial(String header) {
        return plan.addedColumns().stream()
                .filter(column -> HeaderName.same(column.name(), header))
                .flatMap(column -> column.initial().stream())
                .findFirst();
    }
}
