package dev.sheetway.participant;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import java.util.Set;

/**
 * Carries out one or more kinds of command; one {@code @ApplicationScoped} bean each.
 *
 * <p>Called on a worker thread that may block. Two commands for one spreadsheet are never executed at the same time by
 * one process, but after a crash or a rebalance the same command may be executed again, by this process or another:
 * an executor must be idempotent by effect id.
 */
public interface StepExecutor {

    /** No other bean of the service may handle the same kind: checked at start. */
    Set<CommandType> handles();

    /**
     * @param progress to be told at least once between two calls that may block for long: a command that stays silent
     *     for {@code sheetway.command-deadline} counts as hung and ends the process
     * @throws StepFailedException an expected failure; so is every other exception that is an {@link
     *     dev.sheetway.contracts.event.ExpectedFailure}, such as the workspace's {@code GatewayException}. Anything else
     *     is a bug and is answered as FAILED with code {@code internal-error}
     */
    StepResult execute(Command command, Progress progress);
}
