package dev.sheetway.backup.participant;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.participant.StepFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what the plan's description says: the toolkit is tested without Google. */
@ApplicationScoped
public class ScriptedExecutor implements StepExecutor {
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> reached = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> executions = new ConcurrentHashMap<>();

    @Override
    public Set<CommandType> handles() {
        return Set.of(CommandType.CLOSE_MIGRATION);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        String id = command.header().spreadsheetId().value();
        executions.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
        latch(reached, id).countDown();
        switch (((Command.CloseMigration) command).plan().description()) {
            case "wait" -> await(latch(gates, id));
            case "pause" ->
                throw new StepFailedException(Failure.of(FailureClass.PAUSE, "needs-a-person", "do something"));
            case "huge" -> {
                return new StepResult.Closed("emulator", "x".repeat(3_000_000));
            }
            default -> {}
        }
        return new StepResult.Closed("emulator", String.valueOf(progress.mayHaveRunBefore()));
    }

    void awaitExecution(String id) {
        await(latch(reached, id));
    }

    void open(String id) {
        latch(gates, id).countDown();
    }

    int executions(String id) {
        return executions.getOrDefault(id, new AtomicInteger()).get();
    }

    private static CountDownLatch latch(Map<String, CountDownLatch> latches, String id) {
        return latches.computeIfAbsent(id, any -> new CountDownLatch(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
