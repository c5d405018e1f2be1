package dev.sheetway.verify.executor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.sample.SampleWorkbook;
import dev.sheetway.emulator.workbook.WorkbookReader;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.ArchiveHeader;
import dev.sheetway.workspace.archive.ArchiveWriter;
import dev.sheetway.workspace.fingerprint.ColumnFingerprints;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sample workbook in a real emulator over HTTP, backed up and expanded as the services would leave it. */
public final class Migrated implements AutoCloseable {
    public static final String VERIFY_TOKEN = "emu.sa.verify-service.spreadsheets.readonly+drive.readonly";
    static final int OLD_COLUMNS = 63;
    /** Read once: that takes longer than any test. */
    private static final ObjectNode WORKBOOK =
            WorkbookReader.read(SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED), "Muestra.xlsx");

    private static final String RULE = "{\"condition\":{\"type\":\"CUSTOM_FORMULA\",\"values\":[{\"userEnteredValue\":"
            + "\"=REGEXMATCH(BL2,\\\"^[A-Z]{1,3}\\\\(\\\\d+\\\\)$\\\")\"}]},\"strict\":true}";

    private final Emulator emulator;
    private final GoogleWorkspace owner;
    private final MigrationPlan plan;
    private final MigrationId migration = new MigrationId(UUID.randomUUID());
    private final SpreadsheetId id;
    private final Workbook.Tab before;
    private final List<Integer> realRows = new ArrayList<>();
    private final List<ColumnDigest> digests;

    public Migrated(MigrationPlan plan) {
        try {
            this.emulator = Emulator.start(EmulatorOptions.inMemory());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        this.plan = plan;
        this.owner = GoogleWorkspace.connect(GatewaySettings.of(emulator.baseUri(), TokenSource.fixed("the-owner")));
        this.id = new SpreadsheetId("muestra");
        emulator.admin().importSpreadsheet(WORKBOOK.deepCopy(), id.value());
        this.before = owner.reader().open(id).tab("Operaciones").orElseThrow();
        this.digests = digests();
    }

    private List<ColumnDigest> digests() {
        GridArea grid = GridArea.columns(before.sheetId(), before.rowCount(), 0, before.columnCount());
        ColumnFingerprints fingerprints = new ColumnFingerprints(grid);
        List<String> header = new ArrayList<>();
        owner.reader().scan(id, grid, (area, row, cells) -> {
            fingerprints.row(area, row, cells);
            if (row == 0) {
                cells.forEach(cell -> header.add(cell.content().asText()));
            } else if (cells.size() > key(header)
                    && !cells.get(key(header)).content().isBlank()) {
                realRows.add(row);
            }
        });
        return fingerprints.columns().stream()
                .map(column -> new ColumnDigest(
                        column.column(),
                        column.column() < header.size() ? header.get(column.column()) : "",
                        column.cells(),
                        column.digest()))
                .toList();
    }

    private static int key(List<String> header) {
        return header.indexOf("TAG_SPOOL");
    }

    public URI baseUri() {
        return emulator.baseUri();
    }

    SpreadsheetId id() {
        return id;
    }

    Emulator emulator() {
        return emulator;
    }

    int sheetId() {
        return before.sheetId();
    }

    List<Integer> realRows() {
        return realRows;
    }

    List<ColumnDigest> columns() {
        return digests;
    }

    /** As the verify-service may: reading alone. */
    SheetReader reader() {
        return GoogleWorkspace.connect(GatewaySettings.of(emulator.baseUri(), TokenSource.fixed(VERIFY_TOKEN)))
                .reader();
    }

    BackedUp driveCopy() {
        var copy = owner.drive()
                .copy(id, "Muestra_v2.1_backup", Optional.of(Emulator.BACKUP_FOLDER_ID), Map.of("sheetway", "x"));
        return backedUp(Optional.of(copy.id().value()), Optional.empty());
    }

    BackedUp archive(Path directory) {
        Workbook workbook = owner.reader().open(id);
        ArchiveHeader header = new ArchiveHeader(
                id,
                "Muestra",
                "effect",
                Instant.EPOCH,
                workbook.tabs().stream().map(ArchiveHeader.ArchivedTab::of).toList());
        try (ArchiveWriter writer = ArchiveWriter.create(directory, "backup.gz", header)) {
            for (Workbook.Tab tab : workbook.tabs()) {
                owner.reader().scan(id, GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()), writer);
            }
            return backedUp(Optional.empty(), Optional.of(writer.finish().file().toString()));
        }
    }

    BackedUp backedUp(Optional<String> copy, Optional<String> archive) {
        return new BackedUp("emulator", copy, archive, "Muestra_v2.1_backup", Instant.EPOCH, 0, digests);
    }

    /** The plan's three columns behind the last one, in one batch. */
    Expanded expand() {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.InsertColumns(sheetId(), OLD_COLUMNS, 3, true));
        List<PlacedColumn> placed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            AddColumn column = plan.addedColumns().get(i);
            add(column, OLD_COLUMNS + i, 7_000 + i, effects);
            placed.add(new PlacedColumn(column.name(), OLD_COLUMNS + i, 7_000 + i, false));
        }
        EffectId effect = new EffectId(migration, Step.EXPAND, Direction.FORWARD, 1);
        owner.writer().apply(id, new EffectBatch(effect, sheetId(), effects, "{}"));
        emulator.admin().clearCounts();
        return new Expanded("emulator", sheetId(), OLD_COLUMNS, OLD_COLUMNS + 3, placed, realRows.size());
    }

    private void add(AddColumn column, int index, int anchor, List<Effect> effects) {
        effects.add(new Effect.WriteCells(
                sheetId(), 0, index, List.of(List.of(CellWrite.of(new CellContent.Text(column.name()))))));
        GridArea body = new GridArea(sheetId(), 1, before.rowCount(), index, index + 1);
        NumberFormat format =
                switch (column.type()) {
                    case DATE -> new NumberFormat("DATE", "yyyy-mm-dd");
                    case INTEGER -> new NumberFormat("NUMBER", "0");
                    case TEXT, NUMBER, BOOLEAN, DATETIME -> new NumberFormat("TEXT", "@");
                };
        effects.add(new Effect.FillCells(body, new CellWrite(Optional.empty(), Optional.of(format))));
        if (column.pattern().isPresent()) {
            effects.add(new Effect.SetValidation(body, Optional.of(RULE)));
        }
        if (column.initial().isPresent()) {
            realRows.forEach(row -> effects.add(new Effect.FillCells(
                    new GridArea(sheetId(), row, row + 1, index, index + 1), CellWrite.of(new CellContent.Number(0)))));
        }
        effects.add(new Effect.AnchorColumn(
                sheetId(),
                index,
                anchor,
                "sheetway.column",
                "{\"migrationId\":\"" + migration + "\",\"column\":\"" + HeaderName.normalise(column.name())
                        + "\",\"version\":\"3.0\"}"));
    }

    /** A batchUpdate of a person. */
    void edit(String requests) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUri() + "/v4/spreadsheets/" + id + ":batchUpdate"))
                .header("Authorization", "Bearer the-owner")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"requests\":" + requests + "}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        emulator.admin().clearCounts();
    }

    /** A person types {@code value} (JSON of an ExtendedValue). */
    void type(int row, int column, String value) {
        edit("[" + typing(row, column, value) + "]");
    }

    void type(int sheet, int row, int column, String value) {
        edit("[" + typing(sheet, row, column, value) + "]");
    }

    String typing(int row, int column, String value) {
        return typing(sheetId(), row, column, value);
    }

    private static String typing(int sheet, int row, int column, String value) {
        return """
                {"updateCells":{"start":{"sheetId":%d,"rowIndex":%d,"columnIndex":%d},"fields":"userEnteredValue",
                 "rows":[{"values":[{"userEnteredValue":%s}]}]}}""".formatted(sheet, row, column, value);
    }

    int tab(String title) {
        return owner.reader().open(id).tab(title).orElseThrow().sheetId();
    }

    String dimension(String kind, String dimension, int start, int end) {
        return "{\"%s\":{\"range\":{\"sheetId\":%d,\"dimension\":\"%s\",\"startIndex\":%d,\"endIndex\":%d}}}"
                .formatted(kind, sheetId(), dimension, start, end);
    }

    CommandHeader header(Step step, Direction direction) {
        return new CommandHeader(migration, id, step, direction, 1, 1, "sha256:0");
    }

    Command.VerifyMigration verify(BackedUp backup, Expanded expanded) {
        return new Command.VerifyMigration(header(Step.VERIFY, Direction.FORWARD), plan, backup, expanded);
    }

    Command.VerifyRollback verifyRollback(BackedUp backup) {
        return new Command.VerifyRollback(header(Step.VERIFY, Direction.ROLLBACK), plan, backup);
    }

    Command.RunSmoke smoke(String version) {
        return new Command.RunSmoke(header(Step.SMOKE, Direction.FORWARD), plan, version);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
