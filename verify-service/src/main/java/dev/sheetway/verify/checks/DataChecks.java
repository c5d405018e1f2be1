package dev.sheetway.verify.checks;

import static dev.sheetway.verify.checks.HeaderChecks.check;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.verify.checks.table.Comparison;
import dev.sheetway.verify.checks.table.Differences;

/** The checks of the cells that were there before. */
final class DataChecks {
    private final Comparison comparison;

    DataChecks(Survey survey) {
        this.comparison = survey.comparison();
    }

    /**
     * Every cell of every old column against the backup. Fails when rows with a key vanished, a formula turned into an
     * error, a cell that the migration's requests address differs, or more than 1 % of the cells differ; other
     * differences are edits that people made meanwhile: listed, passed.
     */
    Check existingDataIntact() {
        Differences all = new Differences();
        all.addAll(comparison.fatal());
        all.addAll(comparison.edits());
        String actual = comparison.editedCells() + " cells edited meanwhile, "
                + comparison.fatal().total() + " differences that must not be";
        return check(
                "existing_data_intact",
                comparison.fatal().isEmpty() && !comparison.tooManyEdits(),
                comparison.backupCells() + " cells as in the backup, at most 1 % edited meanwhile",
                actual,
                all);
    }

    Check noNewErrors(Differences elsewhere) {
        Differences errors = new Differences();
        errors.addAll(comparison.newErrors());
        errors.addAll(elsewhere);
        return check(
                "no_new_errors",
                errors.isEmpty(),
                "no error that the backup does not have",
                errors.isEmpty() ? "none" : errors.total() + " new errors",
                errors);
    }
}
