package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepExecutorsTest {

    @Test
    void twoExecutorsForOneKindOfCommandAreRefusedAtStart() {
        assertThatThrownBy(() -> new StepExecutors(List.of(new Backups(), new Backups())))
                .hasMessageStartingWith("two executors handle create-backup: ");
    }

    @Test
    void aServiceThatHandlesNothingIsRefusedAtStart() {
        assertThatThrownBy(() -> new StepExecutors(List.of()))
                .hasMessage("no StepExecutor bean handles any command; expected at least one");
    }

    private static final class Backups implements StepExecutor {
        @Override
        public Set<CommandType> handles() {
            return Set.of(CommandType.CREATE_BACKUP);
        }

        @Override
        public StepResult execute(Command command, Progress progress) {
            return Samples.result();
        }
    }
}
