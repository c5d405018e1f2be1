package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import java.util.List;
import java.util.Optional;

/** Reasons in the cells and in the other tabs not to touch a sheet. */
final class ChangePreflight {
    private ChangePreflight() {}

    static Optional<Failure> check(SheetSnapshot sheet, MigrationPlan plan) {
        Refusals refusals = Refusals.of(sheet);
        Optional<Failure> key = plan.keyColumn()
                .filter(name -> keepsRows(plan)
                        && sheet.header().positions(name).stream()
                                .anyMatch(index -> sheet.cells(index).kinds().contains(CellKind.FORMULA)))
                .map(refusals::keyHasFormulas);
        if (key.isPresent()) {
            return key;
        }
        for (Change change : plan.changes()) {
            Optional<Failure> refused = cells(change, sheet, refusals);
            if (refused.isPresent()) {
                return refused;
            }
        }
        List<String> dropped = ColumnChanges.of(sheet.header(), plan).drops().stream()
                .map(ColumnChanges.Due::was)
                .toList();
        return sheet.findings().referrers().isEmpty() || dropped.isEmpty()
                ? Optional.empty()
                : Optional.of(refusals.referredTo(dropped, sheet.findings().referrers()));
    }

    /** Whether a rollback has to find rows again. */
    private static boolean keepsRows(MigrationPlan plan) {
        return plan.changes().stream().anyMatch(change -> switch (change) {
            case DropColumn drop -> true;
            case ConvertColumn convert -> true;
            case SetValidation validation -> true;
            case Backfill fill -> true;
            case AddColumn add -> false;
            case RenameColumn rename -> false;
            case AddTab tab -> false;
        });
    }

    private static Optional<Failure> cells(Change change, SheetSnapshot sheet, Refusals refusals) {
        Findings.Cells cells = sheet.findings().of(change);
        if (change instanceof AddTab tab) {
            return tab(tab, sheet, refusals);
        }
        if (cells.problemCount() == 0) {
            return Optional.empty();
        }
        return switch (change) {
            case DropColumn drop ->
                Optional.of(refusals.cells(
                        "column-has-formulas",
                        "column \"" + drop.name() + "\" is to be dropped",
                        cells,
                        "replace the formulas by their values, or keep the column"));
            case ConvertColumn convert ->
                Optional.of(refusals.cells(
                        "not-convertible",
                        "column \"" + convert.name() + "\" is to become "
                                + convert.to().wireName(),
                        cells,
                        "correct those cells or the plan"));
            case SetValidation validation ->
                Optional.of(refusals.cells(
                        "rule-broken",
                        "column \"" + validation.column() + "\" is to get a rule",
                        cells,
                        "correct those cells or the rule"));
            case Backfill fill ->
                Optional.of(refusals.cells(
                        "backfill-not-computable",
                        "column \"" + fill.column() + "\" is to be filled",
                        cells,
                        "correct those rows or the expression"));
            case AddColumn add -> Optional.empty();
            case RenameColumn rename -> Optional.empty();
            case AddTab tab -> Optional.empty();
        };
    }

    private static Optional<Failure> tab(AddTab tab, SheetSnapshot sheet, Refusals refusals) {
        return Optional.ofNullable(sheet.findings().tabs().get(tab.title()))
                .filter(found -> !normal(found.headers()).equals(normal(tab.headers())))
                .map(found -> refusals.tabExists(tab.title(), tab.headers(), found.headers()));
    }

    private static List<String> normal(List<String> headers) {
        return headers.stream().map(HeaderName::normalise).toList();
    }

    /** At most this many columns of the table's height are kept in the archive tab. */
    static int archiveWidth(SheetSnapshot sheet, MigrationPlan plan) {
        ColumnChanges due = ColumnChanges.of(sheet.header(), plan);
        int columns = 2
                        * (due.conversions().size()
                                + due.backfills().size()
                                + due.validations().size())
                + due.renames().size()
                + due.drops().size()
                + due.backfills().stream()
                        .mapToInt(fill ->
                                sheet.findings().of(fill.change()).inputs().size())
                        .sum();
        return columns == 0 ? 0 : columns + 1;
    }
}
