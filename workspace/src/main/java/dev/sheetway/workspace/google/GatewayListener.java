package dev.sheetway.workspace.google;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import java.time.Duration;

/** Hears what would otherwise only look like slowness, and counts; called on the thread that waits and calls. */
public interface GatewayListener extends QuotaListener {

    /** A call was refused in a way that cannot have changed anything and is made again after {@code pause}. */
    void repeating(SpreadsheetId spreadsheet, Failure failure, int attempt, Duration pause);

    /** A try is about to be made; its outcome is open. */
    default void calling(SpreadsheetId spreadsheet, Calls one) {}

    /** Ignores everything. */
    GatewayListener SILENT = new GatewayListener() {
        @Override
        public void waiting(SpreadsheetId spreadsheet, String quota, Duration wait) {}

        @Override
        public void repeating(SpreadsheetId spreadsheet, Failure failure, int attempt, Duration pause) {}
    };
}
