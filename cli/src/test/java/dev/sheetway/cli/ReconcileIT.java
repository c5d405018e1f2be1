package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.testkit.EmulatorExtension;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.testkit.WithBroker;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.Json;
import dev.sheetway.wire.Topics;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Slots, records, fences, lock and copies are the gateway's own; the journal is published as the orchestrator does. */
@WithBroker
@ExtendWith(EmulatorExtension.class)
class ReconcileIT {
    @TempDir
    Path dir;

    private final String sheet = "reconcile-" + UUID.randomUUID();
    private final SpreadsheetId id = new SpreadsheetId(sheet);
    private final MigrationId migration = MigrationId.of(id, "request-1");
    private TestBroker broker;
    private Emulator emulator;
    private GoogleWorkspace google;

    @BeforeEach
    void aSheet(TestBroker shared, Emulator running) throws Exception {
        System.setProperty(
                "sheetway.home",
                Path.of(System.getProperty("sheetway.home", ".."))
                        .toAbsolutePath()
                        .normalize()
                        .toString());
        broker = shared;
        emulator = running;
        google = GoogleWorkspace.connect(GatewaySettings.of(emulator.baseUri(), TokenSource.fixed("owner")));
        emulator.admin()
                .importSpreadsheet(
                        (ObjectNode) Json.mapper()
                                .readTree("{\"properties\":{\"title\":\"Spools\"},\"sheets\":[{\"properties\":"
                                        + "{\"sheetId\":0,\"title\":\"Operaciones\"}}]}"),
                        sheet);
    }

    private void apply(Step step, Direction direction, Effect... effects) {
        EffectId effect = new EffectId(migration, step, direction, 1);
        google.writer().apply(id, new EffectBatch(effect, 0, List.of(effects), "{}"));
    }

    private void open() {
        google.writer()
                .apply(
                        id,
                        new EffectBatch(
                                new EffectId(migration, Step.OPEN, Direction.FORWARD, 1),
                                0,
                                List.of(new Effect.TakeLock(migration.toString())),
                                "{}"));
    }

    private void backUp() {
        google.drive()
                .copy(
                        id,
                        "Spools_v2.1",
                        Optional.of(Emulator.BACKUP_FOLDER_ID),
                        Map.of("sheetwayMigration", migration.toString()));
    }

    private void expand() {
        apply(
                Step.EXPAND,
                Direction.FORWARD,
                new Effect.InsertColumns(0, 2, 1, true),
                new Effect.AnchorColumn(0, 2, 77, "sheetway.column", json("column", "version")));
    }

    private void close(Direction direction, String version) {
        apply(
                Step.CLOSE,
                direction,
                new Effect.PutSpreadsheetMetadata(Optional.empty(), "sheetway.schema", json("version", version)),
                new Effect.ReleaseLock());
    }

    private String json(String key, String value) {
        return Json.mapper()
                .createObjectNode()
                .put("plan", "zeues")
                .put("migrationId", migration.toString())
                .put(key, value)
                .toString();
    }

    private void publish(Journals journal) {
        int number = 0;
        for (var recorded : journal.entries()) {
            broker.publish(Topics.JOURNAL, JournalCodec.encode(recorded.entry(), journal.id() + "-" + number++));
        }
    }

    private CommandLineRun reconcile(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "doctor",
                "--reconcile",
                sheet,
                "--emulator",
                emulator.baseUri().toString(),
                "--data-dir",
                dir.toString()));
        all.addAll(List.of(more));
        if (!all.contains("--bootstrap-servers")) {
            all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        }
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private JsonNode finding(CommandLineRun run) {
        assertThat(run.json().path("findings").size()).as(run.out() + run.err()).isPositive();
        return run.json().path("findings").path(0);
    }

    @Test
    void agreesOnAFinishedMigrationButForTheCopyThatDriveDoesNotHave() {
        open();
        backUp();
        expand();
        close(Direction.FORWARD, "3.0");
        publish(Journals.complete(sheet, "emulator"));

        CommandLineRun run = reconcile("--output", "json");

        assertThat(finding(run).path("agrees").asBoolean()).as(run.out()).isTrue();
        assertThat(finding(run).path("what").asText())
                .contains("log: completed; sheet: completed", "expand/FORWARD/1", "columns version", "Spools_v2.1");
        assertThat(run.json().path("spreadsheet").asText()).contains("zeues 3.0", "not locked");
        assertThat(run.json().path("findings").path(1).path("what").asText())
                .contains("log: backup \"copy\"; Drive: only [");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void saysThatAHalfFinishedMigrationGoesOn() {
        open();
        expand();
        publish(Journals.live(sheet, "emulator")
                .opened()
                .commanded(Step.BACKUP, Direction.FORWARD)
                .expanded());

        CommandLineRun run = reconcile();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("locked by [" + migration + "]")
                .contains("log: running; sheet: half-way", "holds the lock", "the orchestrator goes on by itself");
    }

    @Test
    void agreesOnARolledBackMigrationAndSeesAColumnThatCameBack() {
        open();
        expand();
        google.writer().occupy(id, List.of(new EffectId(migration, Step.INITIALISE, Direction.FORWARD, 1)));
        apply(Step.EXPAND, Direction.ROLLBACK, new Effect.DeleteColumns(0, 2, 3));
        close(Direction.ROLLBACK, "2.1");
        publish(Journals.live(sheet, "emulator")
                .opened()
                .expanded()
                .verificationFailed()
                .rollbackStarted(Optional.empty())
                .rolledBack());

        CommandLineRun agreed = reconcile();
        apply(
                Step.SMOKE,
                Direction.FORWARD,
                new Effect.AnchorColumn(0, 0, 78, "sheetway.column", json("column", "version")));
        CommandLineRun differs = reconcile();

        assertThat(agreed.out())
                .contains("log: rolled-back; sheet: rolled-back", "fenced initialise/FORWARD/1")
                .doesNotContain("DIFFERS");
        assertThat(agreed.exit()).isZero();
        assertThat(differs.exit()).isEqualTo(3);
        assertThat(differs.out()).contains("DIFFERS", "columns version");
    }

    @Test
    void tellsFromTheSheetAloneWhatToDoWhenTheJournalIsLost() {
        open();
        backUp();
        expand();

        CommandLineRun lost = reconcile("--output", "json");
        CommandLineRun unreachable = reconcile("--bootstrap-servers", "127.0.0.1:1");

        assertThat(lost.exit()).isEqualTo(3);
        assertThat(finding(lost).path("what").asText()).contains("log: unknown; sheet: half-way", "Spools_v2.1");
        assertThat(finding(lost).path("next").asText())
                .contains("start the orchestrator with --rebuild", "compare with the backup copy");
        assertThat(unreachable.err()).contains("the journal is left out");
        assertThat(unreachable.out()).contains("log: not reachable; sheet: half-way");
    }

    @Test
    void saysWhenTheSheetWasRestoredFromAnOlderVersion() {
        publish(Journals.complete(sheet, "emulator"));

        CommandLineRun run = reconcile();

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains("DIFFERS  migration " + migration)
                .contains("log: completed; sheet: nothing", "restored from an older version, or is a copy")
                .contains("no column carries their anchor");
    }
}
