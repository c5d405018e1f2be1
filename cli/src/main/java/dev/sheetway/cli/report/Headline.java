package dev.sheetway.cli.report;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;

/**
 * What somebody must know who reads two lines of a report.
 *
 * @param tone {@code good bad warn plain}: a colour, beside the words and never instead of them
 */
record Headline(String tone, String word, String sentence) {

    static Headline of(MigrationView migration) {
        String id = migration.id().toString();
        return switch (migration.outcome()) {
            case COMPLETED -> new Headline("good", "Completed", completed(migration));
            case NOTHING_TO_DO ->
                new Headline("good", "Nothing to do", "The sheet had this schema already: nothing was written.");
            case ROLLED_BACK ->
                new Headline(
                        "warn", "Rolled back", "The old schema " + from(migration) + "is back. Why: " + why(migration));
            case RESTORED ->
                new Headline(
                        "warn",
                        "Restored",
                        "The spreadsheet is as its backup was; what people typed since is not in it. Why: "
                                + why(migration));
            case PAUSED ->
                new Headline(
                        "bad",
                        "Paused: a person is needed",
                        why(migration) + " — settle it, then ./sheetway resume " + id);
            case ROLLBACK_STUCK ->
                new Headline(
                        "bad",
                        "Rollback stuck: a person is needed",
                        why(migration) + " — settle it, then ./sheetway resume " + id);
            case APPROVAL_AWAITED ->
                new Headline(
                        "plain", "Waits for an approval", "./sheetway approve " + id + " or ./sheetway cancel " + id);
            case RUNNING -> new Headline("plain", "Running", "This report is of an unfinished migration.");
            case ROLLING_BACK -> new Headline("plain", "Rolling back", "Not finished yet. Why: " + why(migration));
            case REJECTED -> new Headline("bad", "Refused", why(migration));
            case INVALID -> new Headline("bad", "Invalid", why(migration));
            case PREVIEWED ->
                new Headline("plain", "Preview", "Nothing was written. A preview proves nothing about the live sheet.");
            case PREVIEW_FAILED -> new Headline("bad", "Preview failed", why(migration));
            case VERIFIED -> new Headline("good", "Verified", "Every check passed.");
            case VERIFICATION_FAILED -> new Headline("bad", "Verification failed", why(migration));
            case BASELINED -> new Headline("good", "Adopted", "Every column has its anchor; no cell was changed.");
        };
    }

    private static String completed(MigrationView migration) {
        String schema = migration
                .accepted()
                .map(JournalEntry.MigrationAccepted::plan)
                .map(plan -> "Tab “" + plan.tab() + "” has schema " + plan.to() + ". ")
                .orElse("");
        if (migration.newest(JournalEntry.RollbackWindowClosed.class).isPresent()) {
            return schema + "Its rollback window is closed"
                    + migration
                            .backupsRemovedAt()
                            .map(at -> ", and its backups were removed by the plan at " + Times.utc(at)
                                    + migration.backupsGoneBefore())
                            .orElse("")
                    + ".";
        }
        return migration
                .newest(JournalEntry.MigrationCompleted.class)
                .map(recorded -> (JournalEntry.MigrationCompleted) recorded.entry())
                .map(entry -> schema + "It can be rolled back until " + Times.utc(entry.rollbackWindowEnds()) + ".")
                .orElse(schema);
    }

    private static String from(MigrationView migration) {
        return migration
                .accepted()
                .map(JournalEntry.MigrationAccepted::plan)
                .map(MigrationPlan::from)
                .map(version -> version + " ")
                .orElse("");
    }

    private static String why(MigrationView migration) {
        return migration.reason().isEmpty() ? "no reason given" : migration.reason();
    }
}
