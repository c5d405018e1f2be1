package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.bus.RequestPublisher;
import dev.sheetway.cli.local.EmulatorAdmin;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.emulator.sample.SmallSample;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import dev.sheetway.launcher.StackLayout;
import dev.sheetway.wire.Json;
import dev.sheetway.wire.Partitions;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanReader;
import dev.sheetway.wire.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** One stack for many migrations, each on a sheet of its own, and what can be done to it. */
final class Arena implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("sheetway.home", "../../.."))
            .toAbsolutePath()
            .normalize();

    private final PrivateStack stack;
    private final EmulatorAdmin emulator;
    private final Bus bus;
    private final HttpClient http = HttpClient.newHttpClient();
    private final byte[] workbook = SmallSample.generate();
    private final MigrationPlan plan;

    private Arena(PrivateStack stack) throws IOException {
        this.stack = stack;
        this.emulator = new EmulatorAdmin(URI.create("http://127.0.0.1:" + stack.port(Part.EMULATOR)));
        this.bus = Bus.connect("127.0.0.1:" + stack.port(Part.BROKER));
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
        return new Watch(bus.bootstrapServers(), MigrationId.of(request.spreadsheetId(), request.requestId()));
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

    /** Arms {@code faults} and disarms all others. */
    void arm(ObjectNode... faults) {
        emulator.arm(List.of(faults));
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
        boolean orchestrator = cell.victim() == Part.ORCHESTRATOR;
        Participant service = cell.leg().service();
        String topic = orchestrator ? Topics.events(service) : Topics.commands(service);
        String group = orchestrator ? "sheetway-orchestrator" : cell.victim().wireName();
        TopicPartition place =
                new TopicPartition(topic, Partitions.of(request.spreadsheetId().value(), bus.journalPartitions()));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bus.bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long end = admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                    .partitionResult(place)
                    .get()
                    .offset();
            OffsetAndMetadata mark = committed.get(place);
            return mark == null || mark.offset() < end;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** How often the first fault fired since it was armed. */
    int fired() {
        return emulator.ask("/_emulator/faults")
                .path("rules")
                .path(0)
                .path("fired")
                .asInt();
    }

    /** Somebody types into a cell, or does whatever else {@code requests}, a batchUpdate's list, says. */
    void edit(SpreadsheetId sheet, String requests) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + stack.port(Part.EMULATOR) + "/v4/spreadsheets/" + sheet + ":batchUpdate"))
                .header("Authorization", "Bearer owner")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"requests\":" + requests + "}"))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("edit " + requests + ": " + response.body());
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** On return {@code leg} is commanded, and its service, which is frozen now, has not taken the command. */
    void hold(Leg leg, Watch watch, Runnable start) {
        if (leg.before().isEmpty()) {
            freeze(leg.participant());
            start.run();
        } else {
            start.run();
            watch.awaitCommanded(leg.before().get());
            freeze(leg.participant());
        }
        watch.awaitCommanded(leg);
    }

    void resetCounts() {
        emulator.resetCounts();
    }

    /** Google calls since {@link #resetCounts}. */
    int calls() {
        return emulator.counts(Optional.empty()).path("total").asInt();
    }

    void freeze(Part part) {
        signal("-STOP", part);
    }

    /** Nothing to do for one that does not run. */
    void thaw(Part part) {
        if (stack.stack().process(part).isPresent()) {
            signal("-CONT", part);
        }
    }

    void kill(Part part) {
        stack.stack().process(part).ifPresent(process -> {
            process.destroyForcibly();
            try {
                process.onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception failure) {
                throw new IllegalStateException(part.wireName() + " did not die", failure);
            }
        });
    }

    /** A second process of a service; the caller ends it. */
    ProcessHandle another(Part service) {
        return stack.stack().another(service);
    }

    /** Starts what does not run, waits until everything is ready. */
    void up() {
        stack.stack().up(StackDisplay.SILENT);
    }

    private void signal(String signal, Part part) {
        long pid = stack.stack().process(part).orElseThrow().pid();
        try {
            int exit = new ProcessBuilder("kill", signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + signal + " " + pid + ": exit " + exit);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
