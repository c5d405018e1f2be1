package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.stream.FoldedJournal.AskedRequest;
import dev.sheetway.wire.InvalidRequest;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.UnreadableRecord;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Where the orchestrator must read on so that nothing decided is decided twice and nothing undecided is lost, told from
 * the journal's contents and not from offsets that somebody may have deleted or set.
 */
final class UndecidedInputs {
    private final PartitionReader reader;

    UndecidedInputs(PartitionReader reader) {
        this.reader = reader;
    }

    /**
     * Right behind the newest record of {@code partition} that led to a decision. What follows led to none or was never
     * read; a record that led to none leads to none again, because the state is what it was then.
     */
    long position(TopicPartition partition, FoldedJournal journal) {
        AtomicLong decided = new AtomicLong();
        PartitionReader.Extent extent = reader.read(partition, record -> {
            if (isDecided(record, journal)) {
                decided.set(record.offset() + 1);
            }
        });
        return Math.max(decided.get(), extent.beginning());
    }

    private static boolean isDecided(ConsumerRecord<byte[], byte[]> record, FoldedJournal journal) {
        Record<byte[], byte[]> input =
                new Record<>(record.key(), record.value(), Math.max(record.timestamp(), 0), record.headers());
        if (record.key() == null || record.value() == null || Ticks.isTick(input)) {
            return false;
        }
        Origin origin = new Origin(record.topic(), record.partition(), record.offset());
        try {
            Inputs.Addressed addressed = Inputs.decode(origin, input);
            return migration(addressed)
                    .filter(id -> journal.holdsDecisionOn(origin, id, record.timestamp()))
                    .isPresent();
        } catch (UnreadableRecord quarantined) {
            return false;
        }
    }

    /** The one that the first entry of a decision on this input is about. */
    private static Optional<MigrationId> migration(Inputs.Addressed addressed) {
        SpreadsheetId spreadsheet = addressed.spreadsheetId();
        return switch (addressed.input()) {
            case Input.Requested requested ->
                Optional.of(
                        requested.request() instanceof Request.Steer steer
                                ? steer.migrationId()
                                : MigrationId.of(
                                        spreadsheet, requested.request().requestId()));
            case Input.Invalid invalid ->
                invalid.about().or(() -> Optional.of(MigrationId.of(spreadsheet, invalid.requestId())));
            case Input.Answered answered ->
                Optional.of(answered.event().header().migrationId());
            case Input.Ticked ticked -> Optional.empty();
        };
    }

    /**
     * The first request of a partition of {@code sheetway.requests} that no journal entry answers, or what nobody has
     * read yet, whichever comes first. Requests behind it that were answered pass the gate once more as copies.
     *
     * @param committed what the group has read as far as is known
     */
    long firstUnanswered(TopicPartition partition, Set<AskedRequest> answered, Optional<Long> committed) {
        AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        AtomicLong last = new AtomicLong(-1);
        PartitionReader.Extent extent =
                reader.read(partition, record -> asked(record).ifPresent(request -> {
                    if (answered.contains(request)) {
                        last.set(record.offset());
                    } else {
                        first.accumulateAndGet(record.offset(), Math::min);
                    }
                }));
        long unread = committed
                .filter(offset -> offset >= extent.beginning() && offset <= extent.end())
                .orElse(Math.max(last.get() + 1, extent.beginning()));
        return Math.min(first.get(), unread);
    }

    private static Optional<AskedRequest> asked(ConsumerRecord<byte[], byte[]> record) {
        try {
            Request request = RequestCodec.decode(record.headers(), record.value());
            return Optional.of(new AskedRequest(request.spreadsheetId(), request.requestId()));
        } catch (InvalidRequest answerable) {
            return Optional.of(new AskedRequest(answerable.spreadsheetId(), answerable.requestId()));
        } catch (UnreadableRecord quarantined) {
            return Optional.empty();
        }
    }
}
