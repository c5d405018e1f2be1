package dev.sheetway.workspace.connection;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.participant.Progress;
import dev.sheetway.workspace.google.GatewayListener;
import java.time.Duration;

/** Waits as progress, in milliseconds still to wait; calls as the command's own. */
record Told(Progress progress) implements GatewayListener {

    @Override
    public void waiting(SpreadsheetId spreadsheet, String quota, Duration wait) {
        progress.report("waiting for quota " + quota, 0, wait.toMillis(), "ms");
    }

    @Override
    public void repeating(SpreadsheetId spreadsheet, Failure failure, int attempt, Duration pause) {
        progress.report(
                "attempt " + attempt + " of a call was refused (" + failure.code() + "), repeating it",
                0,
                pause.toMillis(),
                "ms");
    }

    @Override
    public void calling(SpreadsheetId spreadsheet, Calls one) {
        progress.called(one);
    }
}
