package dev.sheetway.cli.report;

import static dev.sheetway.cli.report.Markup.escape;

import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.check.CheckReport;
import java.util.List;
import java.util.Optional;

/** {@code report.html}: one file without anything outside itself. */
final class HtmlReport {
    private static final String STYLE = "body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%;margin:.5rem 0"
            + " 1.5rem}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}"
            + "code{font-size:.9em}.good{color:#0a6b2d}.bad{color:#b00020;font-weight:600}.new{background:#d9f2df}"
            + ".head{columns:4 12rem;padding-left:1.6rem}";

    private final StringBuilder html = new StringBuilder(8192);
    private final Report report;

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new HtmlReport(report).render();
    }

    private String render() {
        MigrationView migration = report.migration();
        String title = "Sheetway: " + migration.planName() + " on " + migration.spreadsheetId() + ": "
                + migration.outcome().wireName();
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escape(title))
                .append("</h1>\n");
        facts();
        evidence();
        steps();
        checks("Verification", report.checks());
        checks("Verification of the rollback", report.rollbackChecks());
        smoke();
        headers();
        return html.append("</body></html>\n").toString();
    }

    private void facts() {
        MigrationView migration = report.migration();
        open("", "");
        row("Migration", migration.id().toString());
        row("Spreadsheet", migration.spreadsheetId().value());
        migration
                .accepted()
                .ifPresent(accepted -> row(
                        "Plan",
                        accepted.plan().name() + " " + accepted.plan().from() + " to "
                                + accepted.plan().to() + ", " + migration.planChecksum()));
        row(
                "Outcome",
                migration.outcome().wireName() + (migration.reason().isEmpty() ? "" : ": " + migration.reason()));
        row("Time", migration.since() + " to " + migration.until());
        row("Source", report.source());
        report.calls().ifPresent(calls -> row("Google calls", calls));
        close();
    }

    private void evidence() {
        open("Evidence", "Truth", "Proven", "Source", "Journal", "What");
        for (Evidence each : report.evidence()) {
            Optional<Evidence.Proof> proof = each.proof();
            row(
                    each.truth().sentence(),
                    proof.isPresent() ? "yes" : "no live evidence",
                    proof.map(Evidence.Proof::source).orElse(""),
                    proof.map(found -> found.place().toString()).orElse(""),
                    proof.map(Evidence.Proof::detail).orElse(""));
        }
        close();
    }

    private void steps() {
        open("Steps", "Step", "Direction", "State", "Attempts", "Took", "Journal", "What");
        report.migration()
                .steps()
                .forEach(step -> row(
                        step.step().wireName(),
                        step.direction() == Direction.FORWARD ? "forward" : "rollback",
                        step.state().wireName(),
                        Integer.toString(step.attempts()),
                        step.duration().map(took -> took.toMillis() + " ms").orElse(""),
                        step.place().toString(),
                        step.summary()));
        close();
    }

    private void checks(String title, Optional<CheckReport> found) {
        found.ifPresent(checks -> {
            open(
                    title + ": " + checks.passed() + " of " + checks.total() + " passed",
                    "Check",
                    "Passed",
                    "Expected",
                    "Actual",
                    "Differences");
            checks.checks()
                    .forEach(check -> row(
                            check.id(),
                            check.passed() ? "yes" : "NO",
                            check.expected(),
                            check.actual(),
                            Differences.text(check)));
            close();
        });
    }

    private void smoke() {
        report.smoke().forEach(suite -> {
            open("Smoke tests, " + suite.title(), "Assertion", "Result", "Took", "Detail");
            suite.lines()
                    .forEach(line ->
                            row(line.name(), line.result().name(), line.durationMillis() + " ms", line.detail()));
            close();
        });
    }

    private void headers() {
        List<String> before = report.headersBefore();
        List<String> after = report.headersAfter();
        headers("Header before: " + before.size() + " columns", before, before);
        if (!after.isEmpty()) {
            headers("Header after expand: " + after.size() + " columns", after, before);
        }
    }

    private void headers(String title, List<String> headers, List<String> known) {
        html.append("<h2>").append(escape(title)).append("</h2>\n<ol class=\"head\">");
        headers.forEach(header -> html.append(known.contains(header) ? "<li>" : "<li class=\"new\">")
                .append(escape(header))
                .append("</li>"));
        html.append("</ol>\n");
    }

    private void open(String title, String... head) {
        if (!title.isEmpty()) {
            html.append("<h2>").append(escape(title)).append("</h2>\n");
        }
        html.append("<table>");
        if (!title.isEmpty()) {
            html.append("<tr>");
            for (String cell : head) {
                html.append("<th>").append(escape(cell)).append("</th>");
            }
            html.append("</tr>");
        }
        html.append('\n');
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append(colour(cell)).append(escape(cell)).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static String colour(String cell) {
        return switch (cell) {
            case "yes", "completed", "PASSED" -> "<td class=\"good\">";
            case "NO", "no live evidence", "failed", "FAILED", "SKIPPED" -> "<td class=\"bad\">";
            default -> "<td>";
        };
    }

    private void close() {
        html.append("</table>\n");
    }
}
