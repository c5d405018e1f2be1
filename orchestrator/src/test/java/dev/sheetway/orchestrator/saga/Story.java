package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One spreadsheet's saga told input by input; after each, what must hold always is asserted. */
final class Story {
    static final SpreadsheetId SHEET = new SpreadsheetId("sheet-1");
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final SagaDecider decider;
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<Command> commanded = new ArrayList<>();
    private SpreadsheetState state = SpreadsheetState.untouched(SHEET);
    private Instant now = START;
    private int steered;

    Story() {
        this(RetryPolicy.DEFAULT);
    }

    Story(RetryPolicy policy) {
        decider = new SagaDecider(policy);
    }

    SpreadsheetState state() {
        return state;
    }

    List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    Instant now() {
        return now;
    }

    static MigrationId id(String requestId) {
        return MigrationId.of(SHEET, requestId);
    }

    static Request.Migrate migrateRequest(String requestId, MigrationPlan plan, boolean requireApproval) {
        return new Request.Migrate(requestId, SHEET, "ada", requireApproval, plan, PlanJson.checksum(plan));
    }

    /** Kinds of the entries that the input led to. */
    List<String> on(Input input) {
        return append(input).stream().map(JournalCodec::kind).toList();
    }

    List<JournalEntry> append(Input input) {
        List<Command> before = OutstandingCommands.of(state);
        List<JournalEntry> entries = decider.decide(state, input, now);
        assertThat(decider.decide(state, input, now)).as("a pure function").isEqualTo(entries);
        entries.forEach(this::fold);
        assertThat(state.active()).as("a state that rests").allMatch(each -> each.state() instanceof SagaState.Resting);
        OutstandingCommands.of(state).stream()
                .filter(each -> !before.contains(each))
                .forEach(commanded::add);
        return entries;
    }

    private void fold(JournalEntry entry) {
        state = SagaFold.evolve(state, entry);
        journal.add(entry);
        assertThat(entry.header().state()).as("%s", entry).isEqualTo(StateNames.of(state, entry));
        assertThat(entry.header().at()).isEqualTo(state.time());
    }

    /** An entry that nobody decides today. */
    void wasJournalled(JournalEntry entry) {
        fold(entry);
    }

    Story migrate(String requestId) {
        return migrate(requestId, TestPlans.zeues());
    }

    Story migrate(String requestId, MigrationPlan plan) {
        request(migrateRequest(requestId, plan, false));
        return this;
    }

    List<String> request(Request request) {
        return on(new Input.Requested(request, now));
    }

    List<String> steer(Steering steering, String migrationRequestId) {
        steered++;
        return request(new Request.Steer(
                "steer-" + steered, SHEET, "grace", steering, id(migrationRequestId), "because of the test"));
    }

    List<String> tick() {
        return on(new Input.Ticked(0));
    }

    Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The one outstanding command. */
    Command outstanding() {
        List<Command> commands = OutstandingCommands.of(state);
        assertThat(commands).hasSize(1);
        return commands.getFirst();
    }

    List<String> answer(StepEvent event) {
        return on(new Input.Answered(event));
    }

    List<String> succeed() {
        return answer(Answers.success(outstanding()));
    }

    List<String> fail(FailureClass failureClass, String code) {
        return answer(Answers.failure(outstanding(), failureClass, code));
    }

    /** Succeeds until a command of that type is outstanding. */
    Story upTo(CommandType type) {
        for (int steps = 0; CommandType.of(outstanding()) != type; steps++) {
            assertThat(steps).as("commands before %s", type).isLessThan(20);
            succeed();
        }
        return this;
    }

    /** Succeeds until nothing is outstanding. */
    Story toTheEnd() {
        for (int steps = 0; !OutstandingCommands.of(state).isEmpty(); steps++) {
            assertThat(steps).isLessThan(20);
            succeed();
        }
        return this;
    }

    /** Types of all commands so far, in order. */
    List<CommandType> commanded() {
        return commanded.stream().map(CommandType::of).toList();
    }

    List<Command> commands() {
        return List.copyOf(commanded);
    }

    /** The state of the live migration, or how the one of that request ended. */
    String stateOf(String requestId) {
        return state.active(id(requestId))
                .map(each -> each.state().name())
                .or(() -> state.ended(id(requestId)).map(each -> each.outcome().name()))
                .orElse("UNKNOWN");
    }

    <T extends JournalEntry> T last(Class<T> type) {
        return journal.reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + journal));
    }
}
