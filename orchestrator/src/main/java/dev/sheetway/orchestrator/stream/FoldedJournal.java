package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.saga.ImpossibleEntry;
import dev.sheetway.orchestrator.saga.SagaFold;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** One partition of the journal: the states that it folds to, and which inputs and requests it answers. */
final class FoldedJournal {
    private final Map<String, SpreadsheetState> states = new TreeMap<>();
    private final Map<String, Written> entries = new HashMap<>();
    private final Set<AskedRequest> requests = new HashSet<>();

    /** @param appended log-append time in epoch milliseconds */
    private record Written(long appended, int content) {}

    /** A request as it was sent: whoever sends another one under the same id is answered once more. */
    record AskedRequest(SpreadsheetId spreadsheetId, String requestId) {}

    private FoldedJournal() {}

    /** @throws UnsafeStart when an entry cannot be read, or does not follow from those before it */
    static FoldedJournal of(PartitionReader reader, int partition) {
        FoldedJournal folded = new FoldedJournal();
        reader.read(new TopicPartition(Topics.JOURNAL, partition), folded::add);
        return folded;
    }

    /** By spreadsheet id. */
    Map<String, SpreadsheetState> states() {
        return Map.copyOf(states);
    }

    Set<AskedRequest> requests() {
        return Set.copyOf(requests);
    }

    /**
     * Whether the journal holds what was decided on the record at {@code origin}. Where a topic was made again its
     * offsets repeat: an entry that is older than the record answers another one.
     *
     * @param migration of the decision's first entry
     * @param appended log-append time of the record in epoch milliseconds
     */
    boolean holdsDecisionOn(Origin origin, MigrationId migration, long appended) {
        Written first = entries.get(EntryIds.of(migration, origin, 0));
        return first != null && first.appended() >= appended;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        if (isCopy(record)) {
            return;
        }
        Origin origin = new Origin(record.topic(), record.partition(), record.offset());
        try {
            JournalEntry entry = JournalCodec.decode(record.headers(), record.value());
            SpreadsheetId id = entry.header().spreadsheetId();
            SpreadsheetState before = states.getOrDefault(id.value(), SpreadsheetState.untouched(id));
            states.put(id.value(), SagaFold.evolve(before, entry));
            requestId(entry).ifPresent(request -> requests.add(new AskedRequest(id, request)));
        } catch (UnreadableRecord | ImpossibleEntry broken) {
            throw new UnsafeStart("journal entry " + origin + " cannot be folded: " + broken.getMessage()
                    + "; nothing was written; the journal was written by a newer release, or by somebody else than the"
                    + " orchestrator: see docs/operations/recovery.md");
        }
    }

    /** Without exactly-once delivery a decision may stand in the journal twice. */
    private boolean isCopy(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        if (id == null || id.value() == null) {
            return false;
        }
        Written now = new Written(record.timestamp(), Arrays.hashCode(record.value()));
        Written before = entries.put(new String(id.value(), StandardCharsets.UTF_8), now);
        return before != null && before.content() == now.content();
    }

    private static Optional<String> requestId(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.MigrationAccepted accepted -> Optional.of(accepted.requestId());
            case JournalEntry.MigrationRejected rejected -> Optional.of(rejected.requestId());
            case JournalEntry.MigrationPaused paused -> paused.requestId();
            case JournalEntry.MigrationResumed resumed -> Optional.of(resumed.requestId());
            case JournalEntry.RollbackStarted started -> started.requestId();
            case JournalEntry other -> Optional.empty();
        };
    }
}
