package dev.sheetway.workspace.connection;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.workspace.google.CallerListener;
import java.util.Set;

/** While a command is executed, its progress hears of its calls and what they wait for. */
record TellingExecutor(StepExecutor executor, CallerListener listener) implements StepExecutor {

    @Override
    public Set<CommandType> handles() {
        return executor.handles();
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        return listener.during(new Told(progress), () -> executor.execute(command, progress));
    }
}
