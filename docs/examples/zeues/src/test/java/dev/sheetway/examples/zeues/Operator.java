package dev.sheetway.examples.zeues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CommandLineRun;
import dev.sheetway.cli.local.EmulatorAdmin;
import dev.sheetway.emulator.sample.SmallSample;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import dev.sheetway.launcher.StackLayout;
import dev.sheetway.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A stack of its own, the {@code sheetway} command, and a hand that types into sheets. */
final class Operator implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("sheetway.home", "../../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path PLANS = HOME.resolve("docs/examples/zeues");

    static {
        System.setProperty("sheetway.home", HOME.toString());
    }

    private final PrivateStack stack = PrivateStack.start(new StackLayout(HOME), false, StackDisplay.SILENT);
    private final EmulatorAdmin emulator =
            new EmulatorAdmin(URI.create("http://127.0.0.1:" + stack.port(Part.EMULATOR)));
    private final byte[] small = SmallSample.generate();
    private final Path plan = changed(wholePlan(), stack.dataDir(), "'rows >= 1000'", "'rows >= 50'");

    /** The plan from 3.0 to 3.1. */
    static Path nextPlan() {
        return PLANS.resolve("zeues-3.0-3.1.yaml");
    }

    /** The plan from 2.1 to 3.0. */
    static Path wholePlan() {
        return PLANS.resolve("zeues-2.1-3.0.yaml");
    }

    /** The same but for the one assertion that a small sheet cannot fulfil. */
    Path plan() {
        return plan;
    }

    /** {@link #plan} with other words in it. */
    Path plan(Path directory, String old, String other) {
        return changed(plan, directory, old, other);
    }

    private static Path changed(Path plan, Path directory, String old, String other) {
        try {
            String text = Files.readString(plan);
            if (!text.contains(old)) {
                throw new IllegalArgumentException("\"" + old + "\" does not stand in " + plan);
            }
            return Files.writeString(directory.resolve("plan.yaml"), text.replace(old, other));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first rows of the sample workbook, as nobody has migrated it. */
    String newSheet() {
        return imported(small);
    }

    String imported(byte[] workbook) {
        return emulator.importWorkbook(workbook, "Registro.xlsx", Optional.empty())
                .path("spreadsheetId")
                .asText();
    }

    byte[] small() {
        return small.clone();
    }

    byte[] export(String sheet) {
        return emulator.exportWorkbook(sheet);
    }

    /** A command that speaks to the broker. */
    CommandLineRun run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--bootstrap-servers", "127.0.0.1:" + stack.port(Part.BROKER), "--output", "json"));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    CommandLineRun apply(Path plan, String sheet, String... more) {
        List<String> all = new ArrayList<>(List.of("apply", plan.toString(), "--spreadsheet", sheet, "--yes"));
        all.addAll(Arrays.asList(more));
        return run(all.toArray(String[]::new));
    }

    Grid grid(String sheet) {
        return new Grid(emulator.ask("/v4/spreadsheets/" + sheet
                        + "/values/Operaciones?valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=SERIAL_NUMBER")
                .path("values"));
    }

    /** What the Sheets API answers to the owner. */
    JsonNode ask(String path) {
        return emulator.ask(path);
    }

    /** A person's batchUpdate; {@code requests} is its list. */
    void edit(String sheet, String requests) {
        emulator.edit(sheet, requests);
    }

    /** Types {@code value}, JSON of an ExtendedValue; row and column 0-based. */
    void type(String sheet, int row, int column, String value) {
        edit(sheet, "[" + typing(sheetId(sheet), row, column, value) + "]");
    }

    static String typing(int tab, int row, int column, String value) {
        return """
                {"updateCells":{"start":{"sheetId":%d,"rowIndex":%d,"columnIndex":%d},"fields":"userEnteredValue",\
                "rows":[{"values":[{"userEnteredValue":%s}]}]}}""".formatted(tab, row, column, value);
    }

    int sheetId(String sheet) {
        for (JsonNode tab : ask("/v4/spreadsheets/" + sheet + "?fields=sheets.properties(sheetId,title)")
                .path("sheets")) {
            if (tab.at("/properties/title").asText().equals("Operaciones")) {
                return tab.at("/properties/sheetId").asInt();
            }
        }
        throw new IllegalStateException("no tab Operaciones");
    }

    /** Arms one fault of the emulator for {@code sheet}; see its README. */
    void arm(String sheet, String fault) {
        try {
            ObjectNode json = (ObjectNode) Json.mapper().readTree(fault);
            emulator.arm(List.of(json.put("spreadsheetId", sheet)));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Somebody writes text into the first {@code version} right after the columns came. */
    void spoilAfterExpand(String sheet, int row, int column) {
        arm(sheet, """
                {"method":"sheets.spreadsheets.batchUpdate","containing":"/expand/FORWARD/","when":"after",
                 "kind":"userEdit","edit":{"requests":[%s]}}""".formatted(typing(sheetId(sheet), row, column, "{\"stringValue\":\"zero\"}")));
    }

    void disarm() {
        emulator.arm(List.of());
    }

    JsonNode calls(String sheet) {
        return emulator.counts(Optional.of(sheet));
    }

    JsonNode calls() {
        return emulator.counts(Optional.empty());
    }

    void resetCalls() {
        emulator.resetCounts();
    }

    void kill(Part part) {
        ProcessHandle process = stack.stack().process(part).orElseThrow();
        process.destroyForcibly();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(part.wireName() + " did not die", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts what does not run. */
    void up() {
        stack.stack().up(StackDisplay.SILENT);
    }

    CommandLineRun doctor() {
        return run("doctor", "--data-dir", stack.dataDir().toString());
    }

    @Override
    public void close() {
        stack.close();
    }
}
