package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.bus.RequestPublisher;
import dev.sheetway.cli.local.EmulatorAdmin;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.emulator.sample.SmallSample;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import dev.sheetway.launcher.StackLayout;
import dev.sheetway.wire.Json;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One stack for many migrations, each on a sheet of its own, and what can be done to it. */
final class Arena implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("sheetway.home", "../../.."))
            .toAbsolutePath()
            .normalize();

    private final PrivateStack stack;
    private final EmulatorAdmin emulator;
    private final Bus bus;
    private final Feed feed;
    private final Groups groups;
    private final Processes processes;
    private final Map<String, byte[]> untouched = new ConcurrentHashMap<>();
    private final byte[] workbook = SmallSample.generate();
    private final MigrationPlan plan;

    private Arena(PrivateStack stack) throws IOException {
        this.stack = stack;
        this.emulator = new EmulatorAdmin(URI.create("http://127.0.0.1:" + stack.port(Part.EMULATOR)));
        this.processes = new Processes(stack);
        this.bus = Bus.connect("127.0.0.1:" + stack.port(Part.BROKER));
        this.feed = new Feed(bus.bootstrapServers());
        this.groups = new Groups(bus.bootstrapServers());
        this.plan = planOfASmallTable();
    }

    /** The case study's plan, but for the one assertion that a small table cannot fulfil. */
    private static MigrationPlan planOfASmallTable() throws IOException {
        Path zeues = HOME.resolve("docs/examples/zeues/zeues-2.1-3.0.yaml");
        String text = Files.readString(zeues);
        String small = text.replace("'rows >= 1000'", "'rows >= 50'");
        if (small.equals(text)) {
            throw new IllegalStateException("\"" + zeues + "\" asserts nothing of 1,000 rows any more");
        }
        return PlanReader.readText(small, zeues.toString());
    }

    static Arena start() {
        PrivateStack stack = PrivateStack.start(new StackLayout(HOME), false, StackDisplay.SILENT);
        try {
            return new Arena(stack);
        } catch (IOException | RuntimeException failure) {
            stack.close();
            throw new IllegalStateException(failure);
        }
    }

    /** What the tests that kill nothing have in common; it ends with the JVM. */
    static Arena shared() {
        return Shared.ARENA;
    }

    private static final class Shared {
        private static final Arena ARENA = start();
    }

    Processes processes() {
        return processes;
    }

    MigrationPlan plan() {
        return plan;
    }

    SpreadsheetId newSheet() {
        return new SpreadsheetId(emulator.importWorkbook(workbook, "small.xlsx", Optional.empty())
                .path("spreadsheetId")
                .asText());
    }

    byte[] export(SpreadsheetId sheet) {
        return emulator.exportWorkbook(sheet.value());
    }

    SheetShape shape(SpreadsheetId sheet) {
        return SheetShape.read(emulator, sheet, plan);
    }

    List<String> tabs(SpreadsheetId sheet) {
        return ask("/v4/spreadsheets/" + sheet + "?fields=sheets.properties.title")
                .findValuesAsText("title");
    }

    /** The texts of a tab's first row. */
    List<String> header(SpreadsheetId sheet, String tab) {
        JsonNode values = ask("/v4/spreadsheets/" + sheet + "/values/"
                + URLEncoder.encode("'" + tab.replace("'", "''") + "'!1:1", StandardCharsets.UTF_8)
                        .replace("+", "%20"));
        List<String> texts = new ArrayList<>();
        values.path("values").path(0).forEach(cell -> texts.add(cell.asText()));
        return texts;
    }

    /** What Google's API answers to the owner. */
    JsonNode ask(String path) {
        return emulator.ask(path);
    }

    /** A migration of {@code sheet} that nobody asked for yet. */
    Request.Migrate request(SpreadsheetId sheet) {
        return new Request.Migrate(
                UUID.randomUUID().toString(), sheet, "resilience", false, plan, PlanJson.checksum(plan));
    }

    void publish(Request request) {
        new RequestPublisher(bus, Clock.systemUTC()).publish(request);
    }

    Watch watch(Request.Migrate request) {
        return new Watch(feed, MigrationId.of(request.spreadsheetId(), request.requestId()));
    }

    /**
     * The workbook that no migration touched.
     *
     * @param edits what people did to it: the list of a batchUpdate; empty for nothing
     */
    byte[] untouched(String edits) {
        return untouched.computeIfAbsent(edits, missing -> {
            SpreadsheetId twin = newSheet();
            if (!edits.isEmpty()) {
                edit(twin, edits);
            }
            return export(twin);
        });
    }

    Request.Steer steer(Request.Migrate migration, Request.Steering steering) {
        return new Request.Steer(
                UUID.randomUUID().toString(),
                migration.spreadsheetId(),
                "resilience",
                steering,
                MigrationId.of(migration.spreadsheetId(), migration.requestId()),
                "by the test");
    }

    /** Arms {@code faults} for {@code sheet} and the backups made of it, beside whatever is armed. */
    void arm(SpreadsheetId sheet, ObjectNode... faults) {
        for (ObjectNode fault : faults) {
            fault.put("spreadsheetId", sheet.value()).put("copies", true);
        }
        emulator.armToo(List.of(faults));
    }

    /** Disarms the faults of {@code sheet}; what they hold goes on. */
    void disarm(SpreadsheetId sheet) {
        emulator.disarm(sheet.value());
    }

    /** The fault of {@code sheet} that was armed last, with what it did: see the emulator's README. */
    JsonNode lastFault(SpreadsheetId sheet) {
        JsonNode last = Json.mapper().missingNode();
        for (JsonNode rule : emulator.faults()) {
            if (rule.path("spreadsheetId").asText().equals(sheet.value())) {
                last = rule;
            }
        }
        return last;
    }

    /** Whether it did something. */
    boolean fired(SpreadsheetId sheet) {
        return lastFault(sheet).path("fired").asInt() > 0;
    }

    static ObjectNode fault(String kind) {
        return Json.mapper().createObjectNode().put("kind", kind);
    }

    static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    /** Whether the victim's consumer group has committed nothing beyond the record that it is working on. */
    boolean committedBehind(Cell cell, Request.Migrate request) {
        return groups.committedBehind(
                cell.victim(), cell.leg().service(), request.spreadsheetId().value(), bus.journalPartitions());
    }

    Groups groups() {
        return groups;
    }

    /** Somebody types into a cell, or does whatever else {@code requests}, a batchUpdate's list, says. */
    void edit(SpreadsheetId sheet, String requests) {
        emulator.edit(sheet.value(), requests);
    }

    /**
     * On return {@code leg} is commanded, and its service, which is frozen now, has not taken the command. Each leg before
     * it is held in turn: a service goes on only when that of the next leg is frozen, so none is quicker than the hold.
     */
    void hold(Leg leg, Watch watch, Runnable start) {
        if (leg.before().isEmpty()) {
            processes.freeze(leg.participant());
            start.run();
        } else {
            hold(leg.before().get(), watch, start);
            processes.freeze(leg.participant());
            processes.thaw(leg.before().get().participant());
        }
        watch.awaitCommanded(leg);
    }

    /** Requests about {@code sheet} that the emulator has not handled to the end. */
    int open(SpreadsheetId sheet) {
        return emulator.counts(Optional.of(sheet.value())).path("open").asInt();
    }

    /** Requests about all spreadsheets since the emulator was started. */
    int calls() {
        return emulator.counts(Optional.empty()).path("total").asInt();
    }

    @Override
    public void close() {
        feed.close();
        groups.close();
        stack.close();
    }
}
