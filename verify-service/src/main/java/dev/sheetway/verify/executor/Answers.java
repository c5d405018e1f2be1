package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.check.SmokeReport;
import dev.sheetway.contracts.check.SmokeResult;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.verify.checks.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns verdicts into results, or into failures with the report as evidence. */
final class Answers {
    private static final int DIFFERENCES_NAMED = 5;

    private Answers() {}

    /** @throws StepFailedException when the checks did not pass */
    static StepResult of(Verdict verdict, String where, Function<CheckReport, StepResult> result) {
        return switch (verdict) {
            case Verdict.Passed passed -> result.apply(passed.report());
            case Verdict.Failed failed ->
                throw new StepFailedException(
                        Failure.of(FailureClass.FAILED, "checks-failed", failed(failed.report(), where)),
                        result.apply(failed.report()));
            case Verdict.TooManyEdits edits ->
                throw new StepFailedException(
                        Failure.of(FailureClass.PAUSE, "too-many-edits", tooMany(edits, where)),
                        result.apply(edits.report()));
        };
    }

    static String where(String tab, SpreadsheetId id) {
        return "tab \"" + tab + "\" of spreadsheet \"" + id + "\"";
    }

    private static String failed(CheckReport report, String where) {
        String checks = report.checks().stream()
                .filter(check -> !check.passed())
                .map(Answers::describe)
                .collect(Collectors.joining("; "));
        return (report.total() - report.passed()) + " of " + report.total() + " checks failed on " + where + ": "
                + checks + "; this step wrote nothing; the report lists the differences";
    }

    private static String describe(Check check) {
        String first = check.differences().stream()
                .limit(DIFFERENCES_NAMED)
                .map(Answers::describe)
                .collect(Collectors.joining(", "));
        return check.id() + ": expected " + check.expected() + ", found " + check.actual()
                + (first.isEmpty() ? "" : " (" + first + (check.differencesTotal() > DIFFERENCES_NAMED ? ", …)" : ")"));
    }

    private static String describe(Difference difference) {
        String row = difference.row() == 0 ? "" : "row " + difference.row() + " ";
        String column = difference.column().isEmpty() ? "" : "column \"" + difference.column() + "\" ";
        return row + column + difference.kind();
    }

    private static String tooMany(Verdict.TooManyEdits edits, String where) {
        return edits.editedCells() + " of " + edits.cells() + " cells on " + where
                + " differ from the backup: expected at most 1 %, as people edit meanwhile; this step wrote nothing; look"
                + " at the report's differences, then resume, which accepts them as people's, or cancel";
    }

    /**
     * @param left columns of the new schema that were there before the migration and stay
     * @throws StepFailedException when an assertion failed
     */
    static StepResult of(SmokeReport report, String where, List<String> left, String source) {
        StepResult result = new StepResult.SmokeRan(source, report);
        if (report.success()) {
            return result;
        }
        String failed = report.results().stream()
                .filter(one -> !one.passed())
                .limit(DIFFERENCES_NAMED)
                .map(Answers::describe)
                .collect(Collectors.joining("; "));
        throw new StepFailedException(
                Failure.of(
                        FailureClass.FAILED,
                        "smoke-failed",
                        "smoke suite \"" + report.version() + "\" on " + where + ": " + report.summary() + ": " + failed
                                + "; this step wrote nothing"
                                + (left.isEmpty()
                                        ? ""
                                        : "; there before the migration, so not taken back: " + String.join(", ", left)
                                                + "; if that is the cause, delete or rename what is not wanted, then resume")),
                result);
    }

    private static String describe(SmokeResult result) {
        return "\"" + result.name() + "\": " + result.detail();
    }
}
