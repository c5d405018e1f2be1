package dev.sheetway.verify.checks;

import static dev.sheetway.verify.checks.HeaderChecks.check;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.command.EditsAccepted;
import dev.sheetway.verify.checks.table.Comparison;
import dev.sheetway.verify.checks.table.Differences;
import java.util.Optional;

/** The checks of the cells that were there before. */
final class DataChecks {
    static final String EXISTING_DATA_INTACT = "existing_data_intact";

    private final Comparison comparison;
    private final Optional<EditsAccepted> accepted;

    /** @param accepted whoever said that any number of edits is people's */
    DataChecks(Survey survey, Optional<EditsAccepted> accepted) {
        this.comparison = survey.comparison();
        this.accepted = accepted;
    }

    /**
     * Every cell of every old column against the backup. Fails when rows with a key vanished, a formula turned into an
     * error, or more than 1 % of the cells differ and nobody accepted that; other differences are edits that people made
     * meanwhile: listed, passed. A cell that the plan's requests address is held against what they make of it.
     */
    Check existingDataIntact() {
        Differences all = new Differences();
        all.addAll(comparison.fatal());
        all.addAll(comparison.edits());
        String actual = comparison.editedCells() + " cells edited meanwhile, "
                + comparison.fatal().total() + " differences that must not be";
        return check(
                EXISTING_DATA_INTACT,
                comparison.fatal().isEmpty() && (accepted.isPresent() || !comparison.tooManyEdits()),
                comparison.backupCells() + " cells as in the backup, "
                        + accepted.map(who ->
                                        "any number edited meanwhile: accepted by " + who.by() + " at " + who.at())
                                .orElse("at most 1 % edited meanwhile"),
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
