package dev.sheetway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.command.EditsAccepted;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Waiver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    private static final SpreadsheetId SHEET = new SpreadsheetId("1abcDEF-_");
    static final Instant AT = Instant.parse("2026-03-01T10:15:30.123Z");
    private static final MigrationPlan PLAN = PlanReader.readText(Plans.ZEUES, "zeues");
    static final CommandHeader HEADER = new CommandHeader(
            MigrationId.of(SHEET, "r-1"), SHEET, Step.VERIFY, Direction.FORWARD, 1, 2, PlanJson.checksum(PLAN));
    private static final StepResult.BackedUp BACKUP = new StepResult.BackedUp(
            "emulator",
            Optional.of("copy"),
            Optional.empty(),
            "t_v2.1_backup",
            AT,
            7,
            List.of(new StepResult.ColumnDigest(0, "id", 3, "00ff")));
    private static final StepResult.Expanded EXPANDED = new StepResult.Expanded(
            "emulator", 0, 63, 66, List.of(new StepResult.PlacedColumn("version", 65, 17, false)), 1094);
    private static final StepResult.Verified VERIFIED = new StepResult.Verified(
            "emulator",
            new CheckReport(List.of(
                    new Check("column_count", false, "66", "65", List.of(new Difference(2, "version", "text")), 1))));

    static List<Command> commands() {
        return List.of(
                new Command.OpenMigration(HEADER, PLAN),
                new Command.VerifyMigration(HEADER, PLAN, BACKUP, EXPANDED),
                new Command.VerifyMigration(HEADER, PLAN, BACKUP, EXPANDED, Optional.of(new EditsAccepted("ana", AT))),
                new Command.VerifyRollback(HEADER, PLAN, BACKUP, Optional.of(new EditsAccepted("ana", AT))),
                new Command.CloseMigration(HEADER, PLAN, "3.0", List.of()),
                new Command.ContractSchema(
                        HEADER,
                        PLAN,
                        List.of(new EffectId(HEADER.migrationId(), Step.EXPAND, Direction.FORWARD, 1)),
                        Optional.empty()),
                new Command.OpenMigration(HEADER, PLAN, Optional.of(Waiver.UNPROBED)),
                new Command.RemoveBackup(HEADER, AT, List.of(KeptBackup.of(BACKUP))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsSurviveTheWire(Command command) {
        WireMessage message = CommandCodec.encode(command, AT);

        assertThat(CommandCodec.decode(message.headers(), message.value())).isEqualTo(command);
        assertThat(message.key()).isEqualTo(SHEET.value());
        assertThat(header(message.headers(), "ce_id"))
                .isEqualTo(command.header().commandId().toString());
        assertThat(header(message.headers(), "ce_subject"))
                .isEqualTo(command.header().migrationId().toString());
        assertThat(header(message.headers(), "content-type")).isEqualTo("application/json");
    }

    static Request.Migrate aRequest() {
        return new Request.Migrate("r-1", SHEET, "ana", true, PLAN, PlanJson.checksum(PLAN))
                .waiving(Optional.of(Waiver.UNPROBED));
    }

    static List<StepEvent> events() {
        EventHeader header = EventHeader.answering(HEADER);
        return List.of(
                new StepEvent.StepStarted(header),
                new StepEvent.StepProgressed(header, "reading", 5, 10, "rows"),
                new StepEvent.StepCompleted(header, VERIFIED),
                new StepEvent.StepCompleted(
                        new EventHeader(
                                HEADER.migrationId(),
                                SHEET,
                                HEADER.commandId(),
                                Step.REMOVE_BACKUP,
                                Direction.FORWARD,
                                1,
                                1),
                        new StepResult.Removed("emulator", List.of("t_v2.1_backup"), List.of())),
                new StepEvent.StepCompleted(header, VERIFIED, Optional.of(new Calls(7, 3))),
                new StepEvent.StepFailed(
                        header, Failure.of(FailureClass.PAUSE, "x", "y"), Optional.empty(), Optional.of(Calls.NONE)),
                new StepEvent.StepFailed(
                        header,
                        new Failure(
                                FailureClass.RETRYABLE,
                                "quota-exceeded",
                                "try later",
                                Optional.of(Duration.ofSeconds(30))),
                        Optional.of(VERIFIED)),
                new StepEvent.StepFailed(header, Failure.of(FailureClass.PAUSE, "x", "y"), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsSurviveTheWire(StepEvent event) {
        WireMessage message = EventCodec.encode(event, "/sheetway/verify-service", AT);

        assertThat(EventCodec.decode(message.headers(), message.value())).isEqualTo(event);
    }

    static List<JournalEntry> entries() {
        JournalHeader whole = new JournalHeader(
                HEADER.migrationId(),
                SHEET,
                "zeues",
                "sha256:0",
                Optional.empty(),
                Direction.FORWARD,
                0,
                "Accepted",
                AT);
        CommandId commandId = HEADER.commandId();
        return List.of(
                new JournalEntry.MigrationAccepted(whole, "r-1", "ana", JournalEntry.Kind.MIGRATION, false, PLAN),
                new JournalEntry.MigrationAccepted(
                        whole,
                        "r-1",
                        "ana",
                        JournalEntry.Kind.VERIFICATION,
                        false,
                        PLAN,
                        Optional.of(whole.migrationId()),
                        Optional.empty(),
                        Optional.of(JournalEntry.Occasion.PROBATION),
                        Optional.of(new TraceId("0af7651916cd43dd8448eb211c80319c"))),
                new JournalEntry.StepCommanded(whole, commandId, CommandType.VERIFY_MIGRATION, 1, AT),
                new JournalEntry.StepCompleted(whole, commandId, VERIFIED.summary(), VERIFIED),
                new JournalEntry.StepCompleted(
                        whole, commandId, VERIFIED.summary(), VERIFIED, Optional.of(new Calls(7, 3))),
                new JournalEntry.StepFailed(
                        whole,
                        commandId,
                        Failure.of(FailureClass.PAUSE, "x", "y"),
                        Optional.empty(),
                        Optional.of(new Calls(1, 0))),
                new JournalEntry.PreviewCompleted(whole, VERIFIED, Optional.of(new Calls(4, 0))),
                new JournalEntry.MigrationResumed(
                        whole, "r-2", "ana", Optional.empty(), Optional.of(JournalEntry.Accepted.EDITS)),
                new JournalEntry.MigrationResumed(whole, "r-2", "ana"),
                new JournalEntry.MigrationRolledBack(whole, "checks failed"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void journalEntriesSurviveTheWireWithTheFieldsOfTheContractAtTheTop(JournalEntry entry) throws Exception {
        WireMessage message = JournalCodec.encode(entry, "entry-1");

        assertThat(JournalCodec.decode(message.headers(), message.value())).isEqualTo(entry);
        assertThat(Json.mapper().readTree(message.value()).properties())
                .extracting(field -> field.getKey())
                .contains("migrationId", "spreadsheetId", "planName", "planChecksum", "direction", "attempt")
                .contains("state", "at");
        assertThat(header(message.headers(), "ce_type"))
                .startsWith("sheetway.journal.")
                .endsWith(".v1");
    }

    @Test
    void aMigrateRequestWrittenByHandIsRead() {
        String json = "{\"spreadsheetId\":\"1abcDEF-_\",\"plan\":" + PlanJson.toJson(PLAN) + "}";

        Request request = RequestCodec.decode(requestHeaders("migrate"), json.getBytes(StandardCharsets.UTF_8));

        assertThat(request)
                .isEqualTo(new Request.Migrate("r-1", SHEET, "unknown", false, PLAN, PlanJson.checksum(PLAN)));
    }

    @Test
    void aRequestThatGoesWithoutASafeguardSaysSo() {
        Request asked = aRequest();
        WireMessage message = RequestCodec.encode(asked, "/ops", AT);

        assertThat(new String(message.value(), StandardCharsets.UTF_8)).contains("\"unprobed\":true");
        assertThat(RequestCodec.decode(message.headers(), message.value())).isEqualTo(asked);
    }

    @Test
    void aStructuredCloudEventIsRead() {
        Headers headers = new RecordHeaders().add("content-type", bytes("application/cloudevents+json; charset=UTF-8"));
        String json = """
                {"specversion":"1.0","id":"r-2","source":"/ops","type":"sheetway.request.pause.v1",
                 "subject":"%s","datacontenttype":"application/json",
                 "data":{"spreadsheetId":"1abcDEF-_","reason":"lunch","requestedBy":"ana"}}
                """.formatted(HEADER.migrationId());

        assertThat(RequestCodec.decode(headers, bytes(json)))
                .isEqualTo(
                        new Request.Steer("r-2", SHEET, "ana", Request.Steering.PAUSE, HEADER.migrationId(), "lunch"));
    }

    @Test
    void aRequestWithAnUnusablePlanIsAnsweredNotQuarantined() {
        String json = "{\"spreadsheetId\":\"1abcDEF-_\",\"requestedBy\":\"ana\",\"plan\":{\"kind\":\"x\"}}";

        InvalidRequest invalid = catchThrowableOfType(
                InvalidRequest.class, () -> RequestCodec.decode(requestHeaders("migrate"), bytes(json)));

        assertThat(invalid.requestId()).isEqualTo("r-1");
        assertThat(invalid.code()).isEqualTo("invalid-plan");
        assertThat(invalid.spreadsheetId()).isEqualTo(SHEET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"spreadsheetId\":1}",
                "{\"spreadsheetId\":\"a b\"}",
                "{\"spreadsheetId\":\"a\",\"spreadsheetId\":\"b\"}"
            })
    void whatIsNoRequestIsUnreadable(String value) {
        assertThatThrownBy(() -> RequestCodec.decode(requestHeaders("migrate"), bytes(value)))
                .isInstanceOf(UnreadableRecord.class)
                .isNotInstanceOf(InvalidRequest.class);
    }

    @Test
    void recordsWithoutCloudEventsHeadersAreUnreadable() {
        assertThatThrownBy(() -> CommandCodec.decode(new RecordHeaders(), bytes("{}")))
                .isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> CommandCodec.decode(new RecordHeaders(), null)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void aCommandWithAMissingFieldIsUnreadableAndTheMessageHoldsNoPayload() {
        WireMessage message = CommandCodec.encode(commands().get(1), AT);
        String broken = message.payload().json().replace("\"backup\":{\"type\"", "\"bakcup\":{\"type\"");

        assertThatThrownBy(() -> CommandCodec.decode(message.headers(), bytes(broken)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("backup")
                .hasMessageNotContaining("00ff");
    }

    private static Headers requestHeaders(String kind) {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("r-1"))
                .add("ce_source", bytes("/ops"))
                .add("ce_type", bytes("sheetway.request." + kind + ".v1"))
                .add("content-type", bytes("application/json"));
    }

    private static String header(Headers headers, String key) {
        return new String(headers.lastHeader(key).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
