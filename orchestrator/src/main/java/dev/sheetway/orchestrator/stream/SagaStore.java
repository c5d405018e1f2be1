package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.orchestrator.saga.DueTimes;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The states of a task's spreadsheets, with the agenda that follows from them. Confined to one task. */
final class SagaStore {
    /** States that stay decoded; a plan costs a schema validation each time it is read. */
    private static final int DECODED = 512;

    private final KeyValueStore<String, byte[]> store;
    private final Agenda agenda = new Agenda();
    private final List<String> outstandingAtStart = new ArrayList<>();
    private final Map<String, SpreadsheetState> decoded = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SpreadsheetState> eldest) {
            return size() > DECODED;
        }
    };

    /** @param store restored */
    SagaStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                StoredState.Preface preface = StoredState.preface(entry.value);
                agenda.put(entry.key, preface.due(), preface.waitsSince());
                if (preface.outstanding() > 0) {
                    outstandingAtStart.add(entry.key);
                }
            }
        }
    }

    SpreadsheetState load(SpreadsheetId id) {
        return decoded.computeIfAbsent(id.value(), key -> {
            byte[] value = store.get(key);
            return value == null ? SpreadsheetState.untouched(id) : StoredState.read(value);
        });
    }

    void save(SpreadsheetState state) {
        String key = state.spreadsheetId().value();
        store.put(key, StoredState.write(state));
        decoded.put(key, state);
        agenda.put(key, DueTimes.next(state), DueTimes.waitsSince(state));
    }

    Optional<Instant> earliestDue() {
        return agenda.earliest();
    }

    List<SpreadsheetId> dueAt(Instant time) {
        return agenda.dueAt(time).stream().map(SpreadsheetId::new).toList();
    }

    /** Spreadsheets that waited for answers when the task started. */
    List<SpreadsheetId> outstandingAtStart() {
        return outstandingAtStart.stream().map(SpreadsheetId::new).toList();
    }
}
