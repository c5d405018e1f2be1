package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.broker.Broker;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepEvent.StepCompleted;
import dev.sheetway.contracts.event.StepEvent.StepProgressed;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Removed;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.Partitions;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.WireMessage;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as its own process, with a broker and an emulator of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BackupServiceIT {
    private static final String TOKEN = "emu.sa.backup-service.spreadsheets.readonly+drive";

    @TempDir
    private Path directory;

    private Emulator emulator;
    private Broker broker;
    private EventLog events;
    private SpreadsheetId sheet;

    @BeforeEach
    void start() throws Exception {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        broker = Broker.startProcess(directory.resolve("broker"));
        events = new EventLog(broker.bootstrapServers(), Topics.events(Participant.BACKUP));
        sheet = Orders.importInto(emulator.admin());
    }

    @AfterEach
    void stop() {
        events.close();
        broker.close();
        emulator.close();
    }

    @Test
    void answersARealCommandWithAVerifiedCopy() throws Exception {
        try (ServiceProcess service = service(Map.of())) {
            // When
            send(1);

            // Then
            ConsumerRecord<String, byte[]> answer = events.await(this::completed);
            BackedUp backup = (BackedUp) ((StepCompleted) event(answer)).result();
            assertThat(backup.cells()).isEqualTo(Orders.CELLS);
            assertThat(answer.partition()).isEqualTo(Partitions.of(sheet.value(), 12));
            assertThat(answer.key()).isEqualTo(sheet.value());
            assertThat(copies()).isEqualTo(1);
            assertThat(service.log()).doesNotContain("customer 1").doesNotContain(TOKEN);
        }
    }

    @Test
    void removesACopyThatItMade() throws Exception {
        try (ServiceProcess service = service(Map.of())) {
            // Given
            send(1);
            BackedUp backup = (BackedUp) ((StepCompleted) event(events.await(this::completed))).result();

            // When
            send(TestCommands.removal(sheet, 1, Instant.EPOCH, backup));

            // Then
            Removed removed = (Removed) ((StepCompleted) event(events.await(this::isRemoval))).result();
            assertThat(removed.removed())
                    .containsExactly(
                            "spreadsheet " + backup.backupSpreadsheetId().orElseThrow());
            assertThat(copies()).isZero();
        }
    }

    private boolean isRemoval(ConsumerRecord<String, byte[]> record) {
        return event(record) instanceof StepCompleted completed && completed.result() instanceof Removed;
    }

    @Test
    void killedBetweenTheCopyAndItsAnswerItResumesAndFindsTheCopy() throws Exception {
        // Given
        emulator.admin()
                .faults("[{\"method\":\"drive.files.copy\",\"nth\":1,\"when\":\"after\",\"kind\":\"latency\","
                        + "\"latencyMs\":60000}]");
        try (ServiceProcess first = service(Map.of())) {
            send(1);
            events.await(record -> event(record) instanceof StepProgressed);
            awaitCopy();

            // When
            first.kill();
        }
        try (ServiceProcess second = service(Map.of())) {

            // Then
            BackedUp backup = (BackedUp) ((StepCompleted) event(events.await(this::completed))).result();
            assertThat(backup.backupSpreadsheetId()).isPresent();
            assertThat(copies()).isEqualTo(1);
        }
    }

    @Test
    void toldToEndItFinishesTheStepThatRunsAndAnswersIt() throws Exception {
        // Given
        emulator.admin()
                .faults("[{\"method\":\"drive.files.copy\",\"nth\":1,\"when\":\"after\",\"kind\":\"latency\","
                        + "\"latencyMs\":4000}]");
        try (ServiceProcess service = service(Map.of())) {
            send(1);
            awaitCopy();

            // When
            int exit = service.terminate();

            // Then
            assertThat(exit).isEqualTo(143);
            assertThat(service.log()).contains("shutting down, finishing what runs commands=1");
            events.await(this::completed);
        }
        int copiesBefore = copies();
        try (ServiceProcess again = service(Map.of())) {
            assertThat(again.log()).doesNotContain("step completed");
        }
        assertThat(copies()).isEqualTo(copiesBefore).isEqualTo(1);
    }

    @Test
    void aHungStepEndsTheProcessSoThatItsPartitionIsNotKeptForEver() throws Exception {
        // Given
        emulator.admin()
                .faults("[{\"method\":\"drive.files.copy\",\"nth\":1,\"kind\":\"latency\",\"latencyMs\":120000}]");
        try (ServiceProcess service = service(Map.of("SHEETWAY_COMMAND_DEADLINE", "PT3S"))) {
            // When
            send(1);

            // Then
            assertThat(service.awaitEnd()).isEqualTo(70);
            assertThat(service.log()).contains("SW-P003", "spreadsheetId=" + sheet, "step=backup");
        }
        emulator.admin().clearFaults();
        try (ServiceProcess restarted = service(Map.of())) {
            events.await(this::completed);
        }
    }

    @Test
    void anAnswerOutlivesABrokerThatIsAwayWhenItIsDue() throws Exception {
        // Given: the copy takes as long as the broker is away
        emulator.admin()
                .faults("[{\"method\":\"drive.files.copy\",\"nth\":1,\"when\":\"after\",\"kind\":\"latency\","
                        + "\"latencyMs\":3000}]");
        Map<String, String> giveUpSoon = Map.of(
                "MP_MESSAGING_OUTGOING_EVENTS_DELIVERY_TIMEOUT_MS", "2000",
                "MP_MESSAGING_OUTGOING_EVENTS_REQUEST_TIMEOUT_MS", "1000");
        try (ServiceProcess service = service(giveUpSoon)) {
            send(1);
            awaitCopy();
            int port = broker.port();

            // When
            broker.kill();
            service.awaitLog("event not accepted yet, sent again event=StepCompleted");
            broker = Broker.startProcess(directory.resolve("broker"), port, Duration.ofSeconds(90));

            // Then
            events.await(this::completed);
            assertThat(copies()).isEqualTo(1);
        }
    }

    @Test
    void ofTwoProcessesWithTheSameInstanceIdTheOlderEnds() throws Exception {
        try (ServiceProcess older = service(Map.of());
                ServiceProcess newer = service(Map.of())) {
            // When
            int exit = older.awaitEnd();

            // Then
            assertThat(exit).isEqualTo(70);
            assertThat(older.log()).contains("SW-P006", "channel");
            send(1);
            events.await(this::completed);
            assertThat(newer.log()).contains("step completed");
        }
    }

    private ServiceProcess service(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "SHEETWAY_GOOGLE_ROOT_URL", emulator.baseUri().toString(),
                "SHEETWAY_GOOGLE_TOKEN", TOKEN,
                "SHEETWAY_BACKUP_FOLDER_ID", Emulator.BACKUP_FOLDER_ID,
                "SHEETWAY_BACKUP_ARCHIVE_DIR", directory.resolve("archives").toString()));
        environment.putAll(more);
        return ServiceProcess.start(directory, environment);
    }

    private void send(int attempt) {
        send(TestCommands.backup(sheet, attempt, TestCommands.plan("Orders", "{}", "")));
    }

    private void send(Command command) {
        WireMessage message = CommandCodec.encode(command, Instant.now());
        events.publish(Topics.commands(Participant.BACKUP), message);
    }

    private boolean completed(ConsumerRecord<String, byte[]> record) {
        return event(record) instanceof StepCompleted;
    }

    private static StepEvent event(ConsumerRecord<String, byte[]> record) {
        return EventCodec.decode(record.headers(), record.value());
    }

    private void awaitCopy() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (copies() == 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no copy was made within 60 s");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private int copies() {
        GoogleWorkspace google =
                GoogleWorkspace.connect(GatewaySettings.of(emulator.baseUri(), TokenSource.fixed(TOKEN)));
        var header = TestCommands.backup(sheet, 1, TestCommands.plan("Orders", "{}", ""))
                .header();
        return google.drive()
                .find("sheetwayEffect", header.effectId().toString())
                .size();
    }
}
