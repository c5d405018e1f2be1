package dev.sheetway.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The checks alone, as somebody asked for them.
 *
 * @param view of the verification
 */
public record Verification(MigrationView view) {
    private Report report() {
        return new Report(view, List.of(), Optional.empty());
    }

    private Optional<MigrationId> verified() {
        return view.accepted().flatMap(JournalEntry.MigrationAccepted::verifies);
    }

    /** In the shape of {@code verification_report.json}, for the migration that was verified. */
    public ObjectNode json() {
        ObjectNode json = VerificationReport.of(report());
        verified().ifPresent(id -> json.put("migrationId", id.toString()));
        json.put("verificationId", view.id().toString());
        if (!view.reason().isEmpty()) {
            json.put("reason", view.reason());
        }
        return json;
    }

    /** One line for each check, and what failed. */
    public String text() {
        Optional<CheckReport> checks = report().checks();
        if (checks.isEmpty()) {
            return "not verified: " + view.reason();
        }
        String lines = checks.get().checks().stream().map(Verification::line).collect(Collectors.joining("\n"));
        return lines + "\n" + checks.get().passed() + " of " + checks.get().total() + " checks passed on migration "
                + verified().map(MigrationId::toString).orElse("") + "; verification " + view.id() + " at "
                + view.entries().getLast().place();
    }

    private static String line(Check check) {
        String differences = Differences.text(check);
        return (check.passed() ? "  passed  " : "  FAILED  ") + check.id() + ": "
                + (check.passed() ? check.actual() : "expected " + check.expected() + ", found " + check.actual())
                + (differences.isEmpty() ? "" : " (" + differences + ")");
    }

    /** Whether the checks were run, passed or not. */
    public boolean isReported() {
        return report().checks().isPresent();
    }

    /** Why it is no success; empty when every check passed, and of a request that was refused. */
    public Optional<Failure> failure() {
        return view.newest(JournalEntry.VerificationCompleted.class)
                .map(recorded -> (JournalEntry.VerificationCompleted) recorded.entry())
                .flatMap(JournalEntry.VerificationCompleted::failure);
    }
}
