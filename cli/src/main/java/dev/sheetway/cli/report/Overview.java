package dev.sheetway.cli.report;

import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The top of the page: outcome, figures, what it is about. */
final class Overview {
    private Overview() {}

    static void write(Html html, Report report, Headline headline) {
        html.block(
                "p",
                "note",
                p -> p.text(report.opened()
                        .map(opened -> "Spreadsheet “" + opened.title() + "”")
                        .orElse("Spreadsheet "
                                + report.migration().spreadsheetId().value())));
        html.block("section", "banner " + headline.tone(), banner -> banner.element("strong", "", headline.word())
                .element("span", "", headline.sentence()));
        html.block("ul", "figures", list -> figures(list, report));
        html.block("dl", "", list -> facts(list, report));
    }

    private static void figures(Html list, Report report) {
        MigrationView migration = report.migration();
        if (!report.evidence().isEmpty()) {
            long proven = report.evidence().stream().filter(Evidence::proven).count();
            figure(list, proven + " of " + report.evidence().size(), "truths proven");
        }
        report.checks().ifPresent(checks -> figure(list, passed(checks), "checks passed"));
        report.rollbackChecks().ifPresent(checks -> figure(list, passed(checks), "checks passed after the rollback"));
        report.smoke()
                .forEach(suite -> figure(
                        list,
                        suite.count(SmokeSuite.Result.PASSED) + " of "
                                + suite.lines().size(),
                        "smoke tests, " + suite.title()));
        figure(list, Times.took(Duration.between(migration.since(), migration.until())), "first to newest entry");
    }

    private static String passed(CheckReport checks) {
        return checks.passed() + " of " + checks.total();
    }

    private static void figure(Html list, String number, String what) {
        list.element("li", "", li -> li.element("b", "", number).element("span", "", what));
    }

    private static void facts(Html list, Report report) {
        MigrationView migration = report.migration();
        fact(list, "Spreadsheet", migration.spreadsheetId().value());
        migration
                .accepted()
                .ifPresent(accepted -> fact(list, "Tab", accepted.plan().tab()));
        fact(list, "Migration", migration.id().toString());
        fact(list, "Plan", migration.planName() + ", checksum " + migration.planChecksum());
        migration.accepted().ifPresent(accepted -> request(list, accepted));
        fact(list, "Source", source(report.source()));
        fact(list, "Time", Times.utc(migration.since()) + " to " + Times.utc(migration.until()));
        report.backup()
                .ifPresent(backup -> fact(
                        list,
                        "Backup",
                        backup(backup)
                                + migration
                                        .backupsRemovedAt()
                                        .map(at -> ", removed by the plan at " + Times.utc(at)
                                                + migration.backupsGoneBefore())
                                        .orElse("")));
        fact(list, "Google calls", report.calls().orElseGet(() -> migration
                .calls()
                .text()));
    }

    private static void request(Html list, JournalEntry.MigrationAccepted accepted) {
        fact(list, "Asked for by", accepted.requestedBy() + ", request " + accepted.requestId());
        accepted.waiver()
                .ifPresent(waiver ->
                        fact(list, "Without a safeguard", waiver.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static String source(String source) {
        return source.equals("emulator") ? "emulator: it proves nothing about Google" : source;
    }

    private static String backup(dev.sheetway.contracts.event.StepResult.BackedUp backup) {
        Optional<String> place = backup.backupSpreadsheetId()
                .map(id -> "spreadsheet " + id)
                .or(() -> backup.archive().map(file -> "archive " + file));
        return String.join(
                ", ",
                List.of(
                        "“" + backup.name() + "”",
                        place.orElse("place not told"),
                        "taken " + Times.utc(backup.takenAt()),
                        backup.cells() + " cells compared"));
    }

    private static void fact(Html list, String name, String text) {
        list.element("dt", "", name).element("dd", "", text).markup("\n");
    }
}
