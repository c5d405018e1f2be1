package dev.sheetway.cli.drift;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.ColumnKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Folds the ended migrations and baselines of one spreadsheet to what its tabs looked like after the newest of each. */
public final class KnownTables {
    private static final List<Class<? extends JournalEntry>> ENDS = List.of(
            JournalEntry.MigrationCompleted.class,
            JournalEntry.BaselineCompleted.class,
            JournalEntry.MigrationRolledBack.class,
            JournalEntry.RestoreCompleted.class);

    private final Map<String, KnownTable> byTab = new LinkedHashMap<>();

    private KnownTables() {}

    /** One table per tab, in the order in which they became known. */
    public static List<KnownTable> of(List<MigrationView> migrations) {
        KnownTables known = new KnownTables();
        migrations.stream()
                .sorted(Comparator.comparingLong(KnownTables::decidedAt))
                .forEach(known::add);
        return List.copyOf(known.byTab.values());
    }

    /** Offset of the entry that ended it: later ones, such as the end of its rollback window, change no sheet. */
    private static long decidedAt(MigrationView migration) {
        return ENDS.stream()
                .flatMap(type -> migration.newest(type).stream())
                .mapToLong(recorded -> recorded.place().offset())
                .max()
                .orElse(-1);
    }

    private void add(MigrationView migration) {
        Optional<MigrationPlan> plan = migration.accepted().map(accepted -> accepted.plan());
        if (plan.isEmpty()) {
            return;
        }
        switch (migration.outcome()) {
            case BASELINED ->
                result(migration, Step.EXPAND, StepResult.Baselined.class)
                        .ifPresent(baselined -> baselined(plan.get(), baselined));
            case COMPLETED ->
                opened(migration).ifPresent(opened -> result(migration, Step.EXPAND, StepResult.Expanded.class)
                        .ifPresent(expanded -> completed(plan.get(), opened, expanded)));
            case ROLLED_BACK, RESTORED ->
                opened(migration)
                        .ifPresent(opened -> put(plan.get(), plan.get().from(), opened, before(plan.get(), opened)));
            case RUNNING, APPROVAL_AWAITED, PAUSED, NOTHING_TO_DO, ROLLING_BACK, ROLLBACK_STUCK -> {}
            case REJECTED, INVALID, PREVIEWED, PREVIEW_FAILED, VERIFIED, VERIFICATION_FAILED -> {}
        }
    }

    /** A column that is known by its anchor stays what it was: somebody may have renamed it since. */
    private void baselined(MigrationPlan plan, StepResult.Baselined baselined) {
        if (baselined.columns() == 0 && byTab.containsKey(key(plan))) {
            return;
        }
        List<KnownColumn> columns = baselined.known().stream()
                .map(found -> columns(plan).stream()
                        .filter(column -> column.anchors().contains(found.anchorId()))
                        .findFirst()
                        .orElseGet(() -> column(found)))
                .toList();
        Optional<Integer> sheetId = Optional.ofNullable(byTab.get(key(plan))).flatMap(KnownTable::sheetId);
        byTab.put(key(plan), new KnownTable(plan.name(), plan.to(), plan.tab(), sheetId, plan.headerRow(), columns));
    }

    private static KnownColumn column(StepResult.KnownColumn found) {
        return new KnownColumn(found.name(), List.of(found.anchorId()), ColumnKind.ofWords(found.kind()));
    }

    private void completed(MigrationPlan plan, StepResult.Opened opened, StepResult.Expanded expanded) {
        put(plan, plan.to(), opened, new ChangedColumns(before(plan, opened), plan).after(expanded));
    }

    private void put(MigrationPlan plan, String version, StepResult.Opened opened, List<KnownColumn> columns) {
        byTab.put(
                key(plan),
                new KnownTable(
                        plan.name(), version, plan.tab(), Optional.of(opened.sheetId()), plan.headerRow(), columns));
    }

    /** What opening saw, with what was known of it by name. */
    private List<KnownColumn> before(MigrationPlan plan, StepResult.Opened opened) {
        List<KnownColumn> known = columns(plan);
        return opened.headers().stream()
                .map(header -> known.stream()
                        .filter(column -> column.isNamed(header))
                        .findFirst()
                        .map(column -> column.renamed(header))
                        .orElseGet(() -> KnownColumn.named(header)))
                .toList();
    }

    private List<KnownColumn> columns(MigrationPlan plan) {
        return Optional.ofNullable(byTab.get(key(plan)))
                .map(KnownTable::columns)
                .orElse(List.of());
    }

    private static String key(MigrationPlan plan) {
        return plan.tab().toLowerCase(Locale.ROOT);
    }

    private static Optional<StepResult.Opened> opened(MigrationView migration) {
        return result(migration, Step.OPEN, StepResult.Opened.class);
    }

    private static <R extends StepResult> Optional<R> result(MigrationView migration, Step step, Class<R> type) {
        return migration
                .step(step, Direction.FORWARD)
                .flatMap(StepView::result)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
