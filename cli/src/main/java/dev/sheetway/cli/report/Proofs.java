package dev.sheetway.cli.report;

import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.cli.report.Html.Cell;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import java.util.List;
import java.util.Optional;

/** The middle of the page: truths, steps, happenings, checks, smoke suites. */
final class Proofs {
    private Proofs() {}

    static void write(Html html, Report report) {
        evidence(html, report.evidence());
        steps(html, report.migration().steps());
        happenings(html, Happenings.of(report.migration()));
        checks(html, "Verification", report.checks());
        checks(html, "Verification of the rollback", report.rollbackChecks());
        report.smoke().forEach(suite -> smoke(html, suite));
    }

    private static void section(Html html, String title, List<String> head, List<List<Cell>> rows) {
        if (!rows.isEmpty()) {
            html.block("h2", "", h2 -> h2.text(title));
            html.table(head, rows);
        }
    }

    private static void evidence(Html html, List<Evidence> evidence) {
        section(
                html,
                "Evidence",
                List.of("Truth", "Proven", "Source", "Journal", "By what"),
                evidence.stream().map(Proofs::truth).toList());
    }

    private static List<Cell> truth(Evidence evidence) {
        Optional<Evidence.Proof> proof = evidence.proof();
        return List.of(
                Cell.of(evidence.truth().sentence()),
                proof.isPresent() ? Cell.good("yes") : Cell.bad("no live evidence"),
                Cell.of(proof.map(Evidence.Proof::source).orElse("")),
                Cell.code(proof.map(found -> found.place().toString()).orElse("")),
                Cell.of(proof.map(Evidence.Proof::detail).orElse("")));
    }

    private static void steps(Html html, List<StepView> steps) {
        section(
                html,
                "Steps",
                List.of("Step", "State", "Began", "Took", "Attempts", "Google calls", "Journal", "Result"),
                steps.stream().map(Proofs::step).toList());
    }

    private static List<Cell> step(StepView step) {
        String state = step.state().wireName();
        return List.of(
                Cell.of(step.step().wireName() + (step.direction() == Direction.ROLLBACK ? ", rollback" : "")),
                switch (step.state()) {
                    case COMPLETED -> Cell.good(state);
                    case FAILED -> Cell.bad(state);
                    case RUNNING, WAITING -> Cell.of(state);
                },
                Cell.number(Times.utc(step.commandedAt())),
                Cell.number(step.duration().map(Times::took).orElse("")),
                Cell.number(Integer.toString(step.attempts())),
                Cell.number(step.calls().brief()),
                Cell.code(step.place().toString()),
                Cell.of(step.summary()));
    }

    private static void happenings(Html html, List<Happenings.Happening> happenings) {
        section(
                html,
                "What happened",
                List.of("When", "Journal", "What"),
                happenings.stream()
                        .map(each -> List.of(
                                Cell.number(Times.utc(
                                        each.recorded().entry().header().at())),
                                Cell.code(each.recorded().place().toString()),
                                Cell.of(each.text())))
                        .toList());
    }

    private static void checks(Html html, String title, Optional<CheckReport> found) {
        found.ifPresent(checks -> {
            section(
                    html,
                    title + ": " + checks.passed() + " of " + checks.total() + " checks passed",
                    List.of("Check", "Passed", "Expected", "Found"),
                    checks.checks().stream().map(Proofs::check).toList());
            checks.checks().stream()
                    .filter(check -> !check.differences().isEmpty())
                    .forEach(check -> differences(html, check));
        });
    }

    private static List<Cell> check(Check check) {
        return List.of(
                Cell.code(check.id()),
                check.passed() ? Cell.good("yes") : Cell.bad("NO"),
                Cell.of(check.expected()),
                Cell.of(check.actual()));
    }

    private static void differences(Html html, Check check) {
        html.block(
                "h3",
                "",
                h3 -> h3.text(check.id() + ": " + check.differencesTotal()
                        + (check.differencesTotal() == 1 ? " difference" : " differences")
                        + (check.passed() ? ", none of which fails it" : "")));
        HtmlReport.lines(html, DifferenceGroups.lines(check));
    }

    private static void smoke(Html html, SmokeSuite suite) {
        section(
                html,
                "Smoke tests, " + suite.title() + ": " + suite.count(SmokeSuite.Result.PASSED) + " passed, "
                        + suite.count(SmokeSuite.Result.FAILED) + " failed, "
                        + suite.count(SmokeSuite.Result.SKIPPED) + " skipped",
                List.of("Assertion", "Result", "Took", "Detail"),
                suite.lines().stream().map(Proofs::assertion).toList());
    }

    private static List<Cell> assertion(SmokeSuite.Line line) {
        return List.of(
                Cell.of(line.name()),
                switch (line.result()) {
                    case PASSED -> Cell.good("PASSED");
                    case FAILED -> Cell.bad("FAILED");
                    case SKIPPED -> Cell.bad("SKIPPED");
                },
                Cell.number(line.durationMillis() + " ms"),
                Cell.of(line.detail()));
    }
}
