package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.testkit.RecordTail;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.testkit.WithBroker;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithBroker
class CommandsIT {
    private static final String PLAN = """
            apiVersion: sheetway.dev/v1
            kind: MigrationPlan
            metadata: { name: zeues, from: "2.1", to: "3.0" }
            spec: { tab: Operaciones, changes: [ { addColumn: { name: version, type: integer } } ] }
            """;

    @TempDir
    Path dir;

    @Test
    void statusShowsAMigrationThatTheJournalTells(TestBroker broker) throws Exception {
        Journals journal = Journals.complete("status-sheet", "emulator");
        publish(broker, journal);

        CommandLineRun result = run(broker, "status", journal.id().toString(), "--output", "json");

        assertThat(result.exit()).isZero();
        assertThat(result.json().path("outcome").asText()).isEqualTo("completed");
        assertThat(result.json().path("steps")).hasSize(7);
    }

    @Test
    void evidenceNamesTheRecordThatProvesATruth(TestBroker broker) throws Exception {
        Journals journal = Journals.rolledBackByItself("evidence-sheet", "emulator");
        publish(broker, journal);

        CommandLineRun result = run(broker, "evidence", journal.id().toString(), "--output", "json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.json()).hasSize(5);
        JsonNode columns = result.json().get(1);
        assertThat(columns.path("proven").booleanValue()).isFalse();
        assertThat(columns.path("source").asText()).isEqualTo("no live evidence");
        JsonNode rollback = result.json().get(4);
        assertThat(rollback.path("topic").asText()).isEqualTo("sheetway.journal");
        assertThat(rollback.path("offset").isIntegralNumber()).isTrue();
    }

    @Test
    void aDetachedApplyPublishesARequestThatCanBeReadAsOne(TestBroker broker) throws Exception {
        Path plan = Files.writeString(dir.resolve("plan.yaml"), PLAN);
        try (RecordTail requests = broker.tailFromNow(Topics.REQUESTS)) {
            CommandLineRun result = run(
                    broker,
                    "apply",
                    plan.toString(),
                    "--spreadsheet",
                    "https://docs.google.com/spreadsheets/d/apply-sheet/edit",
                    "--detach",
                    "--request-id",
                    "my-request",
                    "--output",
                    "json");

            var published = requests.awaitKey("apply-sheet", Duration.ofSeconds(20));
            assertThat(result.exit()).isZero();
            assertThat(RequestCodec.decode(published.headers(), published.value())
                            .requestId())
                    .isEqualTo("my-request");
            assertThat(result.json().path("migrationId").asText()).hasSize(36);
        }
    }

    @Test
    void watchEndsWithTheExitCodeOfTheMigration(TestBroker broker) throws Exception {
        Journals journal = Journals.rolledBackByItself("watch-sheet", "emulator");
        publish(broker, journal);

        CommandLineRun result = run(broker, "watch", journal.id().toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains("  verify           FAILED")
                .contains("  undo expand      restored")
                .contains("rolled back: the sheet has its old schema again");
    }

    @Test
    void aRestoreTellsWhereTheBackupIsAlsoWhenNothingCanBeCounted(TestBroker broker) throws Exception {
        Journals journal = Journals.complete("restore-sheet", "emulator");
        publish(broker, journal);

        CommandLineRun result = run(
                broker,
                "restore",
                journal.id().toString(),
                "--reason",
                "drill",
                "--dry-run",
                "--emulator",
                "http://127.0.0.1:9");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.out()).contains("could not be counted here", "spreadsheet ", "_before_restore_");
    }

    @Test
    void anUnknownMigrationIsAUsageError(TestBroker broker) throws Exception {
        assertThat(run(broker, "watch", "ffffffff-0000").exit()).isEqualTo(2);
    }

    private static void publish(TestBroker broker, Journals journal) {
        int number = 0;
        for (var recorded : journal.entries()) {
            JournalEntry entry = recorded.entry();
            broker.publish(Topics.JOURNAL, JournalCodec.encode(entry, journal.id() + "-" + number++));
        }
    }

    private static CommandLineRun run(TestBroker broker, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--bootstrap-servers";
        all[arguments.length + 1] = broker.bootstrapServers();
        return CommandLineRun.of(all);
    }
}
