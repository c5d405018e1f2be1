package dev.sheetway.orchestrator.it;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.testkit.RecordTail;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.TraceParent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The committed journal entries of one spreadsheet, from when the test began. */
final class Journal implements AutoCloseable {
    private final RecordTail tail;
    private final String key;

    Journal(TestBroker broker, SpreadsheetId spreadsheet) {
        tail = broker.tailFromNow(Topics.JOURNAL);
        key = spreadsheet.value();
    }

    <T extends JournalEntry> T await(Class<T> type) {
        return await(type, entry -> true);
    }

    <T extends JournalEntry> T await(Class<T> type, Predicate<T> fits) {
        ConsumerRecord<String, byte[]> found = tail.await(
                record -> key.equals(record.key())
                        && decode(record) instanceof JournalEntry entry
                        && type.isInstance(entry)
                        && fits.test(type.cast(entry)),
                Duration.ofSeconds(40));
        return type.cast(decode(found));
    }

    /** All entries read so far. */
    List<JournalEntry> entries() {
        return tail.seen().stream()
                .filter(record -> key.equals(record.key()))
                .map(Journal::decode)
                .toList();
    }

    List<String> kinds() {
        return entries().stream().map(JournalCodec::kind).toList();
    }

    /** The traces that the entries read so far belong to. */
    Set<TraceId> traces() {
        return tail.seen().stream()
                .filter(record -> key.equals(record.key()))
                .flatMap(record -> TraceParent.traceId(record.headers()).stream())
                .collect(Collectors.toSet());
    }

    /** The ids of all entries read so far. */
    List<String> ids() {
        return tail.seen().stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .toList();
    }

    static JournalEntry decode(ConsumerRecord<String, byte[]> record) {
        return JournalCodec.decode(record.headers(), record.value());
    }

    @Override
    public void close() {
        tail.close();
    }
}
