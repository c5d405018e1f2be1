package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.orchestrator.saga.simulation.Fingerprint;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.WireMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Journals as they were written once, byte for byte: today's code reads them, folds them, and would send the commands
 * that were sent. A recorded file is never changed; a new version of an entry gets files of its own. {@code
 * -Dsheetway.write-golden=true} records what is missing.
 */
class GoldenJournalTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/golden/v1");

    enum Tale {
        COMPLETED(story -> story.migrate("r").toTheEnd()),
        ROLLED_BACK(story -> {
            story.migrate("r").upTo(CommandType.VERIFY_MIGRATION);
            story.answer(Answers.failedChecks(story.outstanding()));
            story.toTheEnd();
        }),
        STEERED(story -> {
            story.request(Story.migrateRequest("r", TestPlans.zeues(), true));
            story.upTo(CommandType.CREATE_BACKUP);
            story.answer(Answers.progress(story.outstanding(), 40));
            story.fail(FailureClass.RETRYABLE, "rate-limited");
            story.after(Duration.ofMinutes(1)).tick();
            story.succeed();
            story.steer(Steering.APPROVE, "r");
            story.fail(FailureClass.PAUSE, "no-permission");
            story.steer(Steering.RESUME, "r");
            story.steer(Steering.ROLLBACK, "r");
            story.fail(FailureClass.FAILED, "protected");
        }),
        MANY_EDITS(story -> {
            story.migrate("r").upTo(CommandType.VERIFY_MIGRATION);
            story.answer(new StepEvent.StepFailed(
                    EventHeader.answering(story.outstanding().header()),
                    Failure.of(FailureClass.PAUSE, "too-many-edits", "more than 1 % differ"),
                    Optional.empty(),
                    Optional.of(new Calls(3, 0))));
            story.steer(Steering.RESUME, "r");
            story.answer(new StepEvent.StepCompleted(
                    EventHeader.answering(story.outstanding().header()),
                    Answers.result(story.outstanding()),
                    Optional.of(new Calls(3, 0))));
            story.toTheEnd();
        }),
        PROBATION(story -> {
            story.migrate("r").toTheEnd();
            story.after(Duration.ofHours(6)).tick();
            story.answer(Answers.failedChecks(story.outstanding()));
            story.steer(Steering.RESTORE, "r");
            story.toTheEnd();
        }),
        RETENTION(story -> {
            story.request(Story.migrateRequest("r", TestPlans.keepingBackupsFor("P30D"), true));
            story.upTo(CommandType.CREATE_BACKUP);
            story.answer(Answers.completed(story.outstanding(), Answers.backedUp("old")));
            story.after(Duration.ofHours(2)).steer(Steering.APPROVE, "r");
            story.toTheEnd();
            story.after(Duration.ofDays(7)).tick();
            story.toTheEnd().after(Duration.ofDays(30)).tick();
            story.answer(Answers.progress(story.outstanding(), 1));
            story.fail(FailureClass.PAUSE, "permission-denied");
            story.after(Duration.ofDays(1)).tick();
            story.succeed();
        }),
        SMALL_SAGAS(story -> {
            story.request(new Request.Baseline("b", Story.SHEET, "ada", TestPlans.baseline(), "sha256:baseline"));
            story.succeed();
            story.request(new Request.Preview("p", Story.SHEET, "ada", TestPlans.zeues(), "sha256:preview"));
            story.succeed();
            story.request(new Request.Preview("q", Story.SHEET, "ada", TestPlans.zeues(), "sha256:preview"));
            story.fail(FailureClass.FAILED, "unknown-tab");
            story.migrate("r").toTheEnd();
            story.after(Duration.ofHours(6)).tick();
            story.succeed();
            story.after(Duration.ofDays(7)).tick();
        });

        private final Consumer<Story> tells;

        Tale(Consumer<Story> tells) {
            this.tells = tells;
        }

        Path file() {
            return DIRECTORY.resolve(name().toLowerCase(java.util.Locale.ROOT) + ".jsonl");
        }
    }

    @ParameterizedTest
    @EnumSource(Tale.class)
    void readsFoldsAndCommandsAsItWasRecorded(Tale tale) throws IOException {
        if (Boolean.getBoolean("sheetway.write-golden") && !Files.exists(tale.file())) {
            record(tale);
        }
        List<String> recorded = Files.readAllLines(tale.file());

        SpreadsheetState state = SpreadsheetState.untouched(Story.SHEET);
        List<String> again = new ArrayList<>();
        for (String line : recorded) {
            if (line.startsWith("journal ")) {
                List<Command> before = OutstandingCommands.of(state);
                JournalEntry entry = read(line);
                state = SagaFold.evolve(state, entry);
                again.add(written(entry));
                again.addAll(commands(before, state));
            }
        }
        again.add(described(state));

        assertThat(again).isEqualTo(recorded);
    }

    private static void record(Tale tale) throws IOException {
        Story story = new Story();
        tale.tells.accept(story);
        SpreadsheetState state = SpreadsheetState.untouched(Story.SHEET);
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : story.journal()) {
            List<Command> before = OutstandingCommands.of(state);
            state = SagaFold.evolve(state, entry);
            lines.add(written(entry));
            lines.addAll(commands(before, state));
        }
        lines.add(described(state));
        Files.createDirectories(DIRECTORY);
        Files.write(tale.file(), lines);
    }

    /** How everything stands, and a digest of all the rest. */
    private static String described(SpreadsheetState state) {
        List<String> active = state.active().map(each -> each.state().name()).toList();
        List<String> ended =
                state.ended().stream().map(each -> each.outcome().name()).toList();
        return "state active=" + active + " ended=" + ended + " digest=" + Long.toHexString(Fingerprint.of(state));
    }

    private static String written(JournalEntry entry) {
        WireMessage message = JournalCodec.encode(entry, "golden");
        return "journal " + JournalCodec.kind(entry) + " " + new String(message.value(), StandardCharsets.UTF_8);
    }

    private static JournalEntry read(String line) {
        String[] parts = line.split(" ", 3);
        RecordHeaders headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", "golden");
        put(headers, "ce_source", "/sheetway/orchestrator");
        put(headers, "ce_type", "sheetway.journal." + parts[1] + ".v1");
        put(headers, "content-type", "application/json");
        return JournalCodec.decode(headers, parts[2].getBytes(StandardCharsets.UTF_8));
    }

    private static void put(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Those that are new, as they would be sent. */
    private static List<String> commands(List<Command> before, SpreadsheetState after) {
        return OutstandingCommands.of(after).stream()
                .filter(each -> before.stream()
                        .noneMatch(known ->
                                known.header().commandId().equals(each.header().commandId())))
                .map(each -> "command " + CommandType.of(each).wireName() + " "
                        + new String(CommandCodec.encode(each, after.time()).value(), StandardCharsets.UTF_8))
                .toList();
    }
}
