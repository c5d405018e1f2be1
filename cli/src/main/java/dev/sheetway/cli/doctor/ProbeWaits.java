package dev.sheetway.cli.doctor;

import dev.sheetway.cli.output.Console;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.workspace.google.GatewayListener;
import java.time.Duration;

/** Says why nothing seems to happen; the second between two calls is not worth a word. */
public final class ProbeWaits implements GatewayListener {
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(2);
    private final Console console;

    public ProbeWaits(Console console) {
        this.console = console;
    }

    @Override
    public void waiting(SpreadsheetId spreadsheet, String quota, Duration wait) {
        if (wait.compareTo(WORTH_A_WORD) >= 0) {
            console.line("waiting " + Console.seconds(wait) + " for quota " + quota);
        }
    }

    @Override
    public void repeating(SpreadsheetId spreadsheet, Failure failure, int attempt, Duration pause) {
        console.line("again in " + Console.seconds(pause) + ": " + failure.code());
    }
}
