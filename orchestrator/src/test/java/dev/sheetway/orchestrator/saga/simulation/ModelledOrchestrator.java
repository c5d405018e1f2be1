package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.SagaFold;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The host of the core: one store, one journal, the input topics of one partition. */
final class ModelledOrchestrator {
    static final SpreadsheetId SHEET = new SpreadsheetId("simulated");

    /** @param at log-append time: whatever the broker's clock said */
    record Appended(Input input, Instant at) {}

    /** An input as it was decided on. */
    record Decided(String key, Appended record, List<JournalEntry> entries) {}

    private final Saga saga;
    private final ModelledTopic<Appended> intake;
    private final Map<Participant, ModelledTopic<Appended>> events = new EnumMap<>(Participant.class);
    private final Map<String, SpreadsheetState> states = new TreeMap<>();
    private History history = History.EMPTY;

    ModelledOrchestrator(Saga saga) {
        this(saga, new ModelledTopic<>());
        for (Participant each : Participant.values()) {
            events.put(each, new ModelledTopic<>());
        }
    }

    private ModelledOrchestrator(Saga saga, ModelledTopic<Appended> intake) {
        this.saga = saga;
        this.intake = intake;
    }

    ModelledOrchestrator copy() {
        ModelledOrchestrator copy = new ModelledOrchestrator(saga, intake.copy());
        events.forEach((participant, topic) -> copy.events.put(participant, topic.copy()));
        copy.states.putAll(states);
        copy.history = history;
        return copy;
    }

    /** Of what decides how it goes on; the journal is not among it, because the states are its fold. */
    long fingerprint() {
        long fingerprint = Fingerprint.mixed(Fingerprint.of(states), intake.fingerprint());
        for (ModelledTopic<Appended> topic : events.values()) {
            fingerprint = Fingerprint.mixed(fingerprint, topic.fingerprint());
        }
        return fingerprint;
    }

    Saga saga() {
        return saga;
    }

    ModelledTopic<Appended> intake() {
        return intake;
    }

    ModelledTopic<Appended> events(Participant participant) {
        return events.get(participant);
    }

    /** Intake first, then one for each participant. */
    List<ModelledTopic<Appended>> inputs() {
        List<ModelledTopic<Appended>> all = new ArrayList<>(List.of(intake));
        all.addAll(events.values());
        return all;
    }

    SpreadsheetState state(String key) {
        return states.getOrDefault(key, SpreadsheetState.untouched(SHEET));
    }

    List<SpreadsheetState> states() {
        return List.copyOf(states.values());
    }

    List<Decided> history() {
        return history.all();
    }

    /** Whether nothing waits for that answer: its reading changes nothing. */
    boolean isDropped(Input.Answered answered) {
        return saga.outstanding(state(saga.key(answered))).stream().noneMatch(each -> each.header()
                .commandId()
                .equals(answered.event().header().commandId()));
    }

    /** What the next record leads to; nothing is kept. */
    Decided decide(ModelledTopic<Appended> topic, Instant hostClock) {
        Appended record = topic.peek();
        String key = saga.key(record.input());
        return new Decided(key, record, saga.decide(state(key), record.input(), record.at(), hostClock));
    }

    /** Commits decision, state and offset together; gives the new commands. */
    List<Command> commit(ModelledTopic<Appended> topic, Decided decided) {
        topic.next();
        topic.commit();
        SpreadsheetState before = state(decided.key());
        SpreadsheetState after = fold(before, decided.entries());
        states.put(decided.key(), after);
        history = history.and(decided);
        return newCommands(before, after);
    }

    /** The commands that would be sent if the commit came through. */
    List<Command> newCommands(Decided decided) {
        SpreadsheetState before = state(decided.key());
        return newCommands(before, fold(before, decided.entries()));
    }

    private List<Command> newCommands(SpreadsheetState before, SpreadsheetState after) {
        List<Command> known = saga.outstanding(before);
        return saga.outstanding(after).stream()
                .filter(each -> known.stream()
                        .noneMatch(other ->
                                other.header().commandId().equals(each.header().commandId())))
                .toList();
    }

    static SpreadsheetState fold(SpreadsheetState state, List<JournalEntry> entries) {
        SpreadsheetState after = state;
        for (JournalEntry entry : entries) {
            after = SagaFold.evolve(after, entry);
        }
        return after;
    }

    /** Memory is gone; the store comes back from the journal, and what is outstanding is sent again. */
    List<Command> restart() {
        assertThat(history.fold().equals(states))
                .as("I7: fold of the journal is the store")
                .isTrue();
        states.replaceAll((key, state) -> {
            SpreadsheetState stored = saga.stored(state);
            assertThat(stored.equals(state)).as("what the store keeps").isTrue();
            return stored;
        });
        List<Command> again = new ArrayList<>();
        states.values().forEach(state -> again.addAll(saga.outstanding(state)));
        inputs().forEach(ModelledTopic::rewind);
        return again;
    }
}
