package dev.sheetway.schema.executor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.sample.SampleWorkbook;
import dev.sheetway.emulator.workbook.WorkbookReader;
import dev.sheetway.schema.planner.Limits;
import dev.sheetway.schema.planner.LivePermit;
import dev.sheetway.wire.PlanReader;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The sample workbook in an emulator of its own, and the service's gateway to it over HTTP. */
final class LiveSheet implements AutoCloseable {
    /** Read once: that takes longer than any test. */
    private static final ObjectNode WORKBOOK =
            WorkbookReader.read(SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED), "Registro.xlsx");

    private static final String TABLE = "Operaciones";

    final Emulator emulator;
    final SpreadsheetId id = new SpreadsheetId("sample");
    final GoogleWorkspace google;
    private final SheetReader owner;

    LiveSheet() {
        this(workbook -> {});
    }

    /** @param prepared what is different in the workbook, as it is imported */
    LiveSheet(Consumer<ObjectNode> prepared) {
        ObjectNode workbook = WORKBOOK.deepCopy();
        prepared.accept(workbook);
        try {
            emulator = Emulator.start(EmulatorOptions.inMemory());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        emulator.admin().importSpreadsheet(workbook, id.value());
        google = connect("emu.sa.schema-service.spreadsheets");
        owner = connect("emu.user.owner.spreadsheets").reader();
        emulator.admin().clearCounts();
    }

    private GoogleWorkspace connect(String token) {
        return GoogleWorkspace.connect(GatewaySettings.of(emulator.baseUri(), TokenSource.fixed(token))
                .withReadTimeout(Duration.ofSeconds(20)));
    }

    /** The zeues plan of the documentation. */
    static MigrationPlan zeues() {
        return plan("zeues-2.1-3.0.yaml");
    }

    static MigrationPlan plan(String file) {
        String home = System.getProperty("sheetway.home", "..");
        try {
            return PlanReader.read(Path.of(home, "docs", "examples", "zeues", file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Bench bench(MigrationPlan plan, String request) {
        return bench(plan, request, writer -> writer);
    }

    /** @param around what stands between the steps and Google */
    Bench bench(MigrationPlan plan, String request, UnaryOperator<SheetWriter> around) {
        return new Bench(
                new SchemaSteps(
                        around.apply(google.writer()),
                        google.source(),
                        InstantSource.fixed(Bench.NOW),
                        Limits.GOOGLE,
                        LivePermit.NotNeeded::new),
                id,
                plan,
                request);
    }

    /** A person types {@code value}, JSON of an ExtendedValue; {@code row} and {@code column} 0-based. */
    void type(int sheetId, int row, int column, String value) {
        edit("""
                [{"updateCells":{"start":{"sheetId":%d,"rowIndex":%d,"columnIndex":%d},"fields":"userEnteredValue",
                 "rows":[{"values":[{"userEnteredValue":%s}]}]}}]""".formatted(sheetId, row, column, value));
    }

    /** A batchUpdate of a person. */
    void edit(String requests) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(emulator.baseUri() + "/v4/spreadsheets/" + id + ":batchUpdate"))
                .header("Authorization", "Bearer the-owner")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"requests\":" + requests + "}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Workbook book() {
        return owner.open(id);
    }

    Workbook.Tab tab(String title) {
        return book().tab(title).orElseThrow();
    }

    /** Columns by header text, each with its cells from the first row to the last; a column without header by index. */
    Map<String, List<Cell>> table() {
        return columns(TABLE);
    }

    Map<String, List<Cell>> columns(String title) {
        Workbook.Tab tab = tab(title);
        List<List<Cell>> columns = new ArrayList<>();
        for (int column = 0; column < tab.columnCount(); column++) {
            columns.add(new ArrayList<>(java.util.Collections.nCopies(tab.rowCount(), MemoryTab.BLANK)));
        }
        owner.scan(id, GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()), (area, row, cells) -> {
            for (int column = 0; column < cells.size(); column++) {
                columns.get(column).set(row, cells.get(column));
            }
        });
        Map<String, List<Cell>> named = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            String header = columns.get(column).getFirst().content().asText();
            named.put(header.isEmpty() ? "#" + column : header, columns.get(column));
        }
        return named;
    }

    List<String> headers() {
        return List.copyOf(table().keySet());
    }

    /** Writes and reads that arrived since the last clearing. */
    String calls() {
        var counts = emulator.admin().counts(id.value());
        return counts.get("reads").asInt() + " reads, " + counts.get("writes").asInt() + " writes";
    }

    @Override
    public void close() {
        emulator.close();
    }
}
