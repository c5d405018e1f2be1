package dev.sheetway.cli.output;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Migrations for people. */
public final class MigrationText {
    private MigrationText() {}

    /** One line each. */
    public static String list(List<MigrationView> migrations) {
        if (migrations.isEmpty()) {
            return "no migrations yet";
        }
        Table table = new Table("MIGRATION", "SPREADSHEET", "PLAN", "FROM", "TO", "OUTCOME", "SINCE");
        migrations.forEach(migration -> table.row(
                migration.id().toString(),
                migration.spreadsheetId().value(),
                prefix(migration) + migration.planName(),
                migration.accepted().map(accepted -> accepted.plan().from()).orElse(""),
                migration.accepted().map(accepted -> accepted.plan().to()).orElse(""),
                migration.outcome().wireName(),
                migration.since().toString()));
        return table.toString();
    }

    private static String prefix(MigrationView migration) {
        return switch (migration.kind()) {
            case "preview", "verification", "baseline" -> migration.kind() + " of ";
            default -> "";
        };
    }

    /** With its steps and what to do next. */
    public static String detailed(MigrationView migration) {
        Table table = new Table("STEP", "DIRECTION", "STATE", "ATTEMPTS", "TOOK", "CALLS", "JOURNAL", "WHAT");
        migration
                .steps()
                .forEach(step -> table.row(
                        step.step().wireName(),
                        step.direction() == Direction.FORWARD ? "forward" : "rollback",
                        step.state().wireName(),
                        Integer.toString(step.attempts()),
                        step.duration().map(Console::seconds).orElse(""),
                        step.calls().brief(),
                        step.place().toString(),
                        step.summary()));
        return list(List.of(migration)) + "\n"
                + (migration.reason().isEmpty() ? "" : "reason: " + migration.reason() + "\n")
                + (migration.steps().isEmpty() ? "" : "\n" + table + "\n" + calls(migration) + "\n")
                + backups(migration).map(words -> words + "\n").orElse("")
                + next(migration);
    }

    private static Optional<String> backups(MigrationView migration) {
        return migration
                .backupsRemovedAt()
                .map(at -> "backups: removed by the plan at " + at + migration.backupsGoneBefore())
                .or(() -> migration
                        .backupsKeptUntil()
                        .map(until -> "backups: kept until " + until + " by the plan"
                                + migration
                                        .step(Step.REMOVE_BACKUP, Direction.FORWARD)
                                        .map(MigrationText::removal)
                                        .orElse("")));
    }

    /** How far a removal is that has not come to its end. */
    private static String removal(StepView removal) {
        String code = removal.failure().map(why -> " (" + why.code() + ")").orElse("");
        return switch (removal.state()) {
                    case RUNNING -> "; their removal is under way";
                    case WAITING -> "; their removal is tried again" + code;
                    case FAILED -> "; their removal is given up" + code;
                    case COMPLETED -> "";
                }
                + removal.result()
                        .filter(StepResult.Removed.class::isInstance)
                        .map(StepResult.Removed.class::cast)
                        .map(gone -> Stream.concat(gone.removed().stream(), gone.gone().stream())
                                .toList())
                        .filter(gone -> !gone.isEmpty())
                        .map(gone -> ", gone already: " + String.join(", ", gone))
                        .orElse("");
    }

    /** What all its steps asked of Google. */
    public static String calls(MigrationView migration) {
        return "calls to Google: " + migration.calls().text();
    }

    private static String next(MigrationView migration) {
        String id = migration.id().toString();
        return switch (migration.outcome()) {
            case APPROVAL_AWAITED -> "\nnext: ./sheetway approve " + id + "  or  ./sheetway cancel " + id;
            case PAUSED, ROLLBACK_STUCK -> "\nnext: settle the reason, then ./sheetway resume " + id;
            case RUNNING, ROLLING_BACK -> "\nfollow it: ./sheetway watch " + id;
            case COMPLETED, ROLLED_BACK, RESTORED -> "\nwhat is proven: ./sheetway evidence " + id;
            case NOTHING_TO_DO, REJECTED, INVALID, PREVIEWED, PREVIEW_FAILED -> "";
            case VERIFIED, VERIFICATION_FAILED, BASELINED -> "";
        };
    }

    /** Whether an outcome ends with words of praise or blame is left to the reader. */
    public static String lastLine(MigrationView migration) {
        return migration.outcome() == Outcome.COMPLETED || migration.outcome() == Outcome.ROLLED_BACK
                ? calls(migration) + "\nwhat is proven: ./sheetway evidence " + migration.id()
                : "";
    }
}
