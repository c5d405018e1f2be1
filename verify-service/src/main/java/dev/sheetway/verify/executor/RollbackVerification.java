package dev.sheetway.verify.executor;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.verify.checks.Checks;
import dev.sheetway.verify.checks.Verdict;
import dev.sheetway.verify.checks.table.Differences;
import dev.sheetway.verify.checks.table.Expected;
import dev.sheetway.workspace.SheetReader;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The four checks after a rollback; looks twice before it says that one failed, as {@link MigrationVerification}. */
public final class RollbackVerification implements StepExecutor {
    private final SheetReader reader;
    private final String source;

    public RollbackVerification(SheetReader reader, String source) {
        this.reader = reader;
        this.source = source;
    }

    @Override
    public Set<CommandType> handles() {
        return Set.of(CommandType.VERIFY_ROLLBACK);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        if (!(command instanceof Command.VerifyRollback verify)) {
            throw new IllegalArgumentException(CommandType.of(command) + ": expected one of " + handles());
        }
        Verdict verdict = look(verify, progress);
        if (!(verdict instanceof Verdict.Passed)) {
            verdict = look(verify, progress);
        }
        String where = Answers.where(verify.plan().tab(), verify.header().spreadsheetId());
        return Answers.of(verdict, where, report -> new StepResult.RollbackVerified(source, report));
    }

    private Verdict look(Command.VerifyRollback verify, Progress progress) {
        // no sizes: the other tabs are wanted too, and an answer with cells need not list them
        SurveyRun run = new SurveyRun(
                reader,
                new TabSizes(),
                verify.plan(),
                verify.backup(),
                Expected.restored(verify.plan(), verify.backup().tabDigests()),
                List.of(),
                progress);
        SurveyRun.Seen seen = run.look(verify.header().spreadsheetId(), OptionalInt.empty());
        Differences elsewhere = new OtherTabs(reader, verify.backup(), progress)
                .newReferenceErrors(
                        verify.header().spreadsheetId(),
                        seen.workbook(),
                        seen.tab().sheetId());
        return Checks.ofRollback(seen.survey(), elsewhere, verify.editsAccepted());
    }
}
