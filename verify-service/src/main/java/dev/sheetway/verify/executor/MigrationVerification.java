package dev.sheetway.verify.executor;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.verify.checks.Checks;
import dev.sheetway.verify.checks.Verdict;
import dev.sheetway.verify.checks.table.Expected;
import dev.sheetway.workspace.SheetReader;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The seven checks over every row. One call when the sheet is what the backup and the plan say; two more when
 * cells differ from the backup.
 *
 * <p>What fails is looked at twice before it is said: a rollback follows from it, and a row that somebody inserts between
 * two calls of one look makes rows seem to be missing or doubled.
 */
public final class MigrationVerification implements StepExecutor {
    private final SheetReader reader;
    private final TabSizes sizes;
    private final String source;

    public MigrationVerification(SheetReader reader, TabSizes sizes, String source) {
        this.reader = reader;
        this.sizes = sizes;
        this.source = source;
    }

    @Override
    public Set<CommandType> handles() {
        return Set.of(CommandType.VERIFY_MIGRATION);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        if (!(command instanceof Command.VerifyMigration verify)) {
            throw new IllegalArgumentException(CommandType.of(command) + ": expected one of " + handles());
        }
        Verdict verdict = look(verify, progress);
        if (!(verdict instanceof Verdict.Passed)) {
            verdict = look(verify, progress);
        }
        String where = Answers.where(verify.plan().tab(), verify.header().spreadsheetId());
        return Answers.of(verdict, where, report -> new StepResult.Verified(source, report));
    }

    private Verdict look(Command.VerifyMigration verify, Progress progress) {
        sizes.expect(
                verify.header().spreadsheetId(),
                verify.plan().tab(),
                verify.expanded().columnsAfter(),
                verify.backup().cells());
        SurveyRun run = new SurveyRun(
                reader,
                sizes,
                verify.plan(),
                verify.backup(),
                Expected.changed(verify.plan(), verify.backup().tabDigests(), BackfillFunction::compile),
                verify.expanded().columns(),
                progress);
        return Checks.ofMigration(
                run.look(
                                verify.header().spreadsheetId(),
                                OptionalInt.of(verify.expanded().sheetId()))
                        .survey(),
                verify.editsAccepted());
    }
}
