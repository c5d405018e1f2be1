package dev.sheetway.participant;

import dev.sheetway.contracts.command.CommandType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The service's executors by kind of command. */
final class StepExecutors {
    private final Map<CommandType, StepExecutor> byType = new EnumMap<>(CommandType.class);

    /** @throws IllegalStateException when two executors handle the same kind, or none handles any */
    StepExecutors(Iterable<StepExecutor> executors) {
        for (StepExecutor executor : executors) {
            for (CommandType type : executor.handles()) {
                StepExecutor other = byType.put(type, executor);
                if (other != null) {
                    throw new IllegalStateException("two executors handle " + type.wireName() + ": "
                            + other.getClass().getName() + " and "
                            + executor.getClass().getName() + "; expected one");
                }
            }
        }
        if (byType.isEmpty()) {
            throw new IllegalStateException("no StepExecutor bean handles any command; expected at least one");
        }
    }

    Optional<StepExecutor> find(CommandType type) {
        return Optional.ofNullable(byType.get(type));
    }
}
