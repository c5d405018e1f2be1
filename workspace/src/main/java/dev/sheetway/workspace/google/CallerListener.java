package dev.sheetway.workspace.google;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Passes on to each caller what concerns its own calls: the gateway is one per process, a progress display one per
 * command, and a command's calls are made on its own thread.
 */
public final class CallerListener implements GatewayListener {
    private final ThreadLocal<GatewayListener> caller = ThreadLocal.withInitial(() -> SILENT);

    /** Does {@code work} on this thread while {@code listener} hears of its waits; afterwards nobody does. */
    public <T> T during(GatewayListener listener, Supplier<T> work) {
        GatewayListener before = caller.get();
        caller.set(listener);
        try {
            return work.get();
        } finally {
            caller.set(before);
        }
    }

    @Override
    public void waiting(SpreadsheetId spreadsheet, String quota, Duration wait) {
        caller.get().waiting(spreadsheet, quota, wait);
    }

    @Override
    public void repeating(SpreadsheetId spreadsheet, Failure failure, int attempt, Duration pause) {
        caller.get().repeating(spreadsheet, failure, attempt, pause);
    }

    @Override
    public void calling(SpreadsheetId spreadsheet, Calls one) {
        caller.get().calling(spreadsheet, one);
    }
}
