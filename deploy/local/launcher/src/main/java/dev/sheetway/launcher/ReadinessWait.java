package dev.sheetway.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until processes are ready; gives up at once on one that ends. */
final class ReadinessWait {
    private static final int TAIL = 25;
    /** The runbook id of a refused start. */
    private static final String REFUSED = "SW-O003";

    private final StackDir dir;
    private final PartRegistry registry;
    private final StackDisplay display;
    private final Duration patience;

    ReadinessWait(StackDir dir, PartRegistry registry, StackDisplay display, Duration patience) {
        this.dir = dir;
        this.registry = registry;
        this.display = display;
        this.patience = patience;
    }

    void await(List<PartRegistry.Running> parts) {
        long begin = System.nanoTime();
        List<PartRegistry.Running> waiting = new ArrayList<>(parts);
        while (!waiting.isEmpty()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            for (PartRegistry.Running part : List.copyOf(waiting)) {
                if (registry.isReady(part)) {
                    display.ready(part.part(), part.file().port(), waited);
                    waiting.remove(part);
                } else if (!part.process().isAlive()) {
                    throw failed(part, "ended before it was ready");
                } else if (waited.compareTo(patience) > 0) {
                    throw failed(part, "was not ready within " + patience.toSeconds() + " s (it goes on running)");
                }
            }
            if (!waiting.isEmpty()) {
                pauseOrEnd(waiting.getFirst());
            }
        }
    }

    /** 50 ms, or less when the process ends. */
    private static void pauseOrEnd(PartRegistry.Running part) {
        try {
            part.process().onExit().get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRuns) {
            return;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException(
                    LauncherException.Kind.NOT_READY, "interrupted while waiting; what was started goes on running");
        }
    }

    private LauncherException failed(PartRegistry.Running part, String what) {
        String tail = LogTail.lastOfThisStart(dir.logOf(part.part()), TAIL);
        return new LauncherException(
                tail.contains(REFUSED) ? LauncherException.Kind.REFUSED : LauncherException.Kind.NOT_READY,
                part.part().wireName() + " " + what + "; end of " + dir.logOf(part.part()) + ":\n" + tail.indent(2)
                        + "the other processes go on; ./sheetway ps shows them, ./sheetway down stops them");
    }
}
