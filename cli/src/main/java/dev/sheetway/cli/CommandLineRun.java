package dev.sheetway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One command run inside this JVM, with what it printed and returned: for tests of plans. One at a time, because it
 * catches the output of the whole JVM.
 */
public record CommandLineRun(int exit, String out, String err) {

    public static CommandLineRun of(String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exit = Main.run(arguments);
            return new CommandLineRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /** The output of {@code --output json}. */
    public JsonNode json() {
        try {
            return Json.mapper().readTree(out);
        } catch (IOException noJson) {
            throw new AssertionError("expected JSON, found: " + out + err, noJson);
        }
    }
}
