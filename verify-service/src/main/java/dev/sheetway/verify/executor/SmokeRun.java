package dev.sheetway.verify.executor;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.verify.smoke.SmokeSuite;
import dev.sheetway.workspace.SheetReader;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;

/** The plan's smoke suite of one schema version; one call for a tab of up to 200,000 cells that this
 * process has just verified, two otherwise. */
public final class SmokeRun implements StepExecutor {
    private final SheetReader reader;
    private final TabSizes sizes;
    private final String source;
    private final LongSupplier nanoClock;

    public SmokeRun(SheetReader reader, TabSizes sizes, String source, LongSupplier nanoClock) {
        this.reader = reader;
        this.sizes = sizes;
        this.source = source;
        this.nanoClock = nanoClock;
    }

    @Override
    public Set<CommandType> handles() {
        return Set.of(CommandType.RUN_SMOKE);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        if (!(command instanceof Command.RunSmoke smoke)) {
            throw new IllegalArgumentException(CommandType.of(command) + ": expected one of " + handles());
        }
        SmokeSuite suite = new SmokeSuite(smoke.plan(), smoke.version(), nanoClock);
        var id = smoke.header().spreadsheetId();
        new TabLook(reader, sizes, id, progress).read(smoke.plan().tab(), OptionalInt.empty(), opened -> suite);
        List<String> left =
                smoke.version().equals(smoke.plan().from()) ? smoke.adopted().orElse(List.of()) : List.of();
        return Answers.of(suite.report(), Answers.where(smoke.plan().tab(), id), left, source);
    }
}
