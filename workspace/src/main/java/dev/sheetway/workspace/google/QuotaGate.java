package dev.sheetway.workspace.google;

import dev.sheetway.contracts.SpreadsheetId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets calls pass at the pace that {@link Quotas} allow, first come, first served; tells its listener of each wait. */
final class QuotaGate {
    private final Pace pace;
    private final QuotaListener listener;
    private final long interval;
    private final Map<SpreadsheetId, Long> next = new HashMap<>();
    private final List<SlidingWindow> reads;
    private final List<SlidingWindow> writes;
    private final List<SlidingWindow> drive;

    QuotaGate(Quotas quotas, Pace pace, QuotaListener listener) {
        this.pace = pace;
        this.listener = listener;
        this.interval = quotas.spreadsheetInterval().toNanos();
        this.reads = List.of(
                new SlidingWindow("sheets-reads-per-user", quotas.sheetsReadsPerUser()),
                new SlidingWindow("sheets-reads-per-project", quotas.sheetsReadsPerProject()));
        this.writes = List.of(
                new SlidingWindow("sheets-writes-per-user", quotas.sheetsWritesPerUser()),
                new SlidingWindow("sheets-writes-per-project", quotas.sheetsWritesPerProject()));
        this.drive = List.of(new SlidingWindow("drive-per-user", quotas.drivePerUser()));
    }

    /** Waits until the call may be made. */
    void pass(Operation operation) throws InterruptedException {
        switch (operation.kind()) {
            case SHEETS_READ -> {
                keepInterval(operation.spreadsheet());
                wait(operation.spreadsheet(), reads);
            }
            case SHEETS_WRITE -> {
                keepInterval(operation.spreadsheet());
                wait(operation.spreadsheet(), writes);
            }
            case DRIVE_READ, DRIVE_WRITE -> wait(operation.spreadsheet(), drive);
        }
    }

    private void keepInterval(SpreadsheetId spreadsheet) throws InterruptedException {
        if (interval == 0) {
            return;
        }
        long wait;
        synchronized (this) {
            long now = pace.nanoTime();
            next.values().removeIf(moment -> moment - now <= 0);
            long moment = Math.max(now, next.getOrDefault(spreadsheet, now));
            next.put(spreadsheet, moment + interval);
            wait = moment - now;
        }
        sleep(spreadsheet, "spreadsheet-interval", wait);
    }

    private void wait(SpreadsheetId spreadsheet, List<SlidingWindow> windows) throws InterruptedException {
        String narrowest = "";
        long wait;
        synchronized (this) {
            long now = pace.nanoTime();
            long moment = now;
            for (SlidingWindow window : windows) {
                long earliest = window.earliest(now);
                if (earliest > moment) {
                    moment = earliest;
                    narrowest = window.name();
                }
            }
            for (SlidingWindow window : windows) {
                window.grant(moment);
            }
            wait = moment - now;
        }
        sleep(spreadsheet, narrowest, wait);
    }

    private void sleep(SpreadsheetId spreadsheet, String quota, long nanos) throws InterruptedException {
        if (nanos > 0) {
            Duration wait = Duration.ofNanos(nanos);
            listener.waiting(spreadsheet, quota, wait);
            pace.sleep(wait);
        }
    }
}
