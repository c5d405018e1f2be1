package dev.sheetway.cli.command;

import dev.sheetway.cli.output.Console;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;

/** Asks before something happens, where a person can answer. */
final class Confirmation {
    private Confirmation() {}

    /** True without a terminal: whoever scripts it means it. */
    static boolean ask(Console console, MigrationPlan plan, SpreadsheetId spreadsheet) throws IOException {
        return ask(
                console,
                "Migrate \"" + plan.tab() + "\" of spreadsheet " + spreadsheet + " from " + plan.name() + " "
                        + plan.from() + " to " + plan.to() + " now?");
    }

    /** True without a terminal: whoever scripts it means it. */
    static boolean ask(Console console, String question) throws IOException {
        if (!Boolean.getBoolean("sheetway.terminal.input") || !console.terminal()) {
            return true;
        }
        console.out().print(question + " [y/N] ");
        console.out().flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
