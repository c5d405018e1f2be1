package dev.sheetway.verify.checks;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.command.EditsAccepted;
import dev.sheetway.verify.checks.table.Comparison;
import dev.sheetway.verify.checks.table.Differences;
import java.util.List;
import java.util.Optional;

/** Runs the checks over a survey that has all its rows. */
public final class Checks {
    private Checks() {}

    /**
     * The seven checks of a migration, in their fixed order.
     *
     * @param accepted whoever said that any number of edits is people's
     */
    public static Verdict ofMigration(Survey survey, Optional<EditsAccepted> accepted) {
        HeaderChecks header = new HeaderChecks(survey);
        ValueChecks values = new ValueChecks(survey);
        return verdict(
                survey,
                List.of(
                        header.columnCount(),
                        header.newHeaders(),
                        values.initialValues(),
                        values.newColumnsBlank(),
                        new DataChecks(survey, accepted).existingDataIntact(),
                        header.columnMapping(),
                        values.formatsAndFormulas()));
    }

    /**
     * The four checks of a rollback, in their fixed order.
     *
     * @param elsewhere broken references on other tabs that the backup does not have
     * @param accepted as in {@link #ofMigration}
     */
    public static Verdict ofRollback(Survey survey, Differences elsewhere, Optional<EditsAccepted> accepted) {
        HeaderChecks header = new HeaderChecks(survey);
        DataChecks data = new DataChecks(survey, accepted);
        return verdict(
                survey,
                List.of(
                        header.columnCountRestored(),
                        header.planColumnsAbsent(),
                        data.existingDataIntact(),
                        data.noNewErrors(elsewhere)));
    }

    private static Verdict verdict(Survey survey, List<Check> checks) {
        CheckReport report = new CheckReport(checks);
        if (report.success()) {
            return new Verdict.Passed(report);
        }
        Comparison comparison = survey.comparison();
        // accepted edits have passed: whatever fails then is no question of edits
        boolean editsAlone = comparison.tooManyEdits()
                && comparison.fatal().isEmpty()
                && checks.stream().filter(check -> !check.passed()).allMatch(check -> check.id()
                        .equals(DataChecks.EXISTING_DATA_INTACT));
        return editsAlone
                ? new Verdict.TooManyEdits(report, comparison.editedCells(), comparison.backupCells())
                : new Verdict.Failed(report);
    }
}
