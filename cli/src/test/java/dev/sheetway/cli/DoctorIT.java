package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.doctor.TopicDifferences;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.testkit.EmulatorExtension;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.testkit.WithBroker;
import dev.sheetway.wire.Json;
import dev.sheetway.wire.TopicCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@WithBroker
@ExtendWith(EmulatorExtension.class)
class DoctorIT {
    @TempDir
    Path dir;

    @BeforeEach
    void home() {
        System.setProperty(
                "sheetway.home",
                Path.of(System.getProperty("sheetway.home", ".."))
                        .toAbsolutePath()
                        .normalize()
                        .toString());
    }

    @Test
    void tellsOfEachPartWhetherItIsWell(TestBroker broker, Emulator emulator) {
        CommandLineRun run = CommandLineRun.of(
                "doctor",
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--emulator",
                emulator.baseUri().toString(),
                "--data-dir",
                dir.toString(),
                "--orchestrator-port",
                "1",
                "--backup-port",
                "1",
                "--schema-port",
                "1",
                "--verify-port",
                "1",
                "--output",
                "json");

        assertThat(run.exit()).as("services do not run").isEqualTo(5);
        assertThat(run.json().findValuesAsText("check"))
                .containsExactly(
                        "broker",
                        "topics",
                        "orchestrator",
                        "backup-service",
                        "schema-service",
                        "verify-service",
                        "emulator");
        assertThat(run.json().findValuesAsText("ok"))
                .containsExactly("true", "true", "false", "false", "false", "false", "true");
        assertThat(run.json().path(2).path("detail").asText()).contains("nobody answers at", "./sheetway up");
    }

    @Test
    void namesEachTopicThatIsNotAsTheCatalogueSays(TestBroker broker) {
        TopicCatalogue catalogue = TopicCatalogue.load();
        TopicCatalogue.TopicSettings first = catalogue.topics().getFirst();
        TopicCatalogue wanted = new TopicCatalogue(
                catalogue.partitions() + 1,
                List.of(first, new TopicCatalogue.TopicSettings("sheetway.none", Map.of("cleanup.policy", "x"))));

        assertThat(TopicDifferences.of(broker.bootstrapServers(), wanted))
                .containsExactly(
                        "topic \"" + first.name() + "\" partitions: expected " + wanted.partitions() + ", found "
                                + catalogue.partitions(),
                        "topic \"sheetway.none\": expected to exist, not found");
    }

    @Test
    void aProbeWritesItsEvidenceAndPasses(Emulator emulator) throws Exception {
        spreadsheet(emulator, "Disposable sheet");

        CommandLineRun run = probe(emulator, "--output", "json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().path("passed").asBoolean()).isTrue();
        assertThat(run.json().path("answers").size()).isGreaterThan(30);
        JsonNode file =
                Json.mapper().readTree(Path.of(run.json().path("file").asText()).toFile());
        ObjectNode printed = (ObjectNode) run.json();
        printed.remove("file");
        assertThat(printed).isEqualTo(file);
        try (var files = Files.list(dir)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aProbeTellsWhatDiffersAndWhatToChange(Emulator emulator) throws Exception {
        spreadsheet(emulator, "Disposable sheet");
        emulator.admin().settings("{\"metadataOnFileCopy\":\"DROP\"}");

        CommandLineRun run = probe(emulator);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("metadataOnFileCopy: DROP  (differs)")
                .contains("- change the emulator's default of \"metadataOnFileCopy\"")
                .contains("passed: Sheetway is prepared");
    }

    @Test
    void aProbeOfASpreadsheetThatMayBeNeededIsRefused(Emulator emulator) throws Exception {
        spreadsheet(emulator, "Operaciones");

        CommandLineRun run = probe(emulator);

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("has the title \"Operaciones\": expected one that contains \"disposable\"");
    }

    @Test
    void aProbeNeedsASpreadsheet() {
        CommandLineRun run = CommandLineRun.of("doctor", "--probe-google");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--probe-google needs --spreadsheet");
    }

    @Test
    void aProbeOfNobodyIsUnreachable() {
        CommandLineRun run = CommandLineRun.of(
                "doctor", "--probe-google", "--spreadsheet", "probe-me", "--emulator", "http://127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(5);
    }

    private CommandLineRun probe(Emulator emulator, String... more) {
        String[] all = new String[7 + more.length];
        List<String> fixed = List.of(
                "doctor",
                "--probe-google",
                "--spreadsheet=probe-me",
                "--emulator",
                emulator.baseUri().toString(),
                "--evidence",
                dir.toString());
        fixed.toArray(all);
        System.arraycopy(more, 0, all, 7, more.length);
        return CommandLineRun.of(all);
    }

    private static void spreadsheet(Emulator emulator, String title) throws Exception {
        emulator.admin()
                .importSpreadsheet(
                        (ObjectNode) Json.mapper()
                                .readTree("{\"properties\":{\"title\":\"" + title
                                        + "\"},\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"Theirs\"}}]}"),
                        "probe-me");
    }
}
