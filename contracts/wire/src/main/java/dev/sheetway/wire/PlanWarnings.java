package dev.sheetway.wire;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plan may say and had better not: for people, while the plan stays valid. What only the sheet tells, a preview does. */
public final class PlanWarnings {
    private PlanWarnings() {}

    /** Without places: {@code path} names the field. */
    public static List<PlanProblem> of(MigrationPlan plan) {
        List<PlanProblem> warnings = new ArrayList<>();
        unboundedRows(plan).ifPresent(warnings::add);
        placement(plan).ifPresent(warnings::add);
        drops(plan).ifPresent(warnings::add);
        if (plan.expect().isEmpty()) {
            warnings.add(warning(
                    "/spec/expect",
                    "not given: the plan runs on any header; ./sheetway plan init writes the one that the sheet has"));
        }
        boolean onlyDrive = plan.backup().strategy() == BackupPolicy.Strategy.DRIVE_COPY
                && plan.backup().fallback().isEmpty();
        if (onlyDrive) {
            warnings.add(warning(
                    "/spec/backup/fallback",
                    "not given: a service account has no Drive storage of its own, and without an archive to fall back to"
                            + " the migration pauses there"));
        }
        retention(plan).ifPresent(warnings::add);
        return warnings;
    }

    private static Optional<PlanProblem> retention(MigrationPlan plan) {
        return plan.backup()
                .retention()
                .map(kept -> warning(
                        "/spec/backup/retention",
                        (kept.isZero() ? "as soon as" : words(kept) + " after")
                                + " the rollback window has closed the backups are removed, and nothing can be restored from them any more, by nobody;"
                                + " leave it away to keep them for ever"));
    }

    private static String words(Duration time) {
        boolean whole = time.toDays() > 1 && time.equals(Duration.ofDays(time.toDays()));
        return whole ? time.toDays() + " days" : time.toString();
    }

    /** Without a key any content makes a row real, also a formula that somebody filled down to the grid's end. */
    private static Optional<PlanProblem> unboundedRows(MigrationPlan plan) {
        boolean writesRows =
                plan.addedColumns().stream().anyMatch(column -> column.initial().isPresent())
                        || !plan.changes(Backfill.class).isEmpty();
        return writesRows && plan.keyColumn().isEmpty()
                ? Optional.of(warning(
                        "/spec/keyColumn",
                        "not given, and the plan writes into every real row: a row is then real when any of its cells is"
                                + " not blank, as far down as somebody filled a formula or a checkbox"))
                : Optional.empty();
    }

    private static Optional<PlanProblem> placement(MigrationPlan plan) {
        String placed = plan.addedColumns().stream()
                .filter(column -> column.after().isPresent())
                .map(AddColumn::name)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return placed.isEmpty()
                ? Optional.empty()
                : Optional.of(warning(
                        "/spec/changes",
                        "`after` of " + placed + " moves the columns behind: programs that know columns by number read"
                                + " their neighbours then; ./sheetway plan show tells which formulas and named ranges"
                                + " refer to them"));
    }

    /** Pivot tables stand in cells; to ask for them means an answer with something for every cell of the workbook. */
    private static Optional<PlanProblem> drops(MigrationPlan plan) {
        String dropped = plan.changes(DropColumn.class).stream()
                .map(drop -> "\"" + drop.name() + "\"")
                .collect(Collectors.joining(", "));
        return dropped.isEmpty()
                ? Optional.empty()
                : Optional.of(warning(
                        "/spec/changes",
                        "`dropColumn` of " + dropped
                                + ": pivot tables are not read, and one whose source has the column"
                                + " breaks; look for them in the workbook first"));
    }

    private static PlanProblem warning(String path, String message) {
        return new PlanProblem(0, 0, path, message);
    }
}
