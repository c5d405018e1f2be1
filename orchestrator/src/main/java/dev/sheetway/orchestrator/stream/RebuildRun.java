package dev.sheetway.orchestrator.stream;

import java.util.function.IntConsumer;

/** One rebuild in a thread of its own, after which the process ends: 0 done, 4 refused, 1 failed; never half. */
final class RebuildRun {
    private final Rebuild rebuild;
    private final IntConsumer endProcess;

    /** @param endProcess called with the exit code; returns at once */
    RebuildRun(Rebuild rebuild, IntConsumer endProcess) {
        this.rebuild = rebuild;
        this.endProcess = endProcess;
    }

    /** Returns at once. */
    void start() {
        Thread.ofPlatform().name("saga-rebuild").start(() -> endProcess.accept(run()));
    }

    private int run() {
        try {
            SagaLog.rebuilt(rebuild.run());
            return 0;
        } catch (UnsafeStart unsafe) {
            SagaLog.unsafe(String.valueOf(unsafe.getMessage()));
            return SagaStreams.REFUSED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return SagaStreams.CANNOT_GO_ON;
        } catch (RuntimeException failure) {
            SagaLog.startFailed(failure);
            return SagaStreams.CANNOT_GO_ON;
        }
    }
}
