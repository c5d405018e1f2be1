package dev.sheetway.orchestrator.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Records that say nothing but that time has passed on a partition of {@code sheetway.intake}. Their key names the
 * partition and starts with a character that no spreadsheet id has.
 */
final class Ticks {
    private static final String HEADER = "sheetway_tick";
    private static final String KEY = "~tick/";

    private Ticks() {}

    static Record<byte[], byte[]> of(int partition, long timestamp) {
        Headers headers = new RecordHeaders();
        headers.add(HEADER, Integer.toString(partition).getBytes(StandardCharsets.UTF_8));
        byte[] key = (KEY + partition).getBytes(StandardCharsets.UTF_8);
        return new Record<>(key, new byte[0], timestamp, headers);
    }

    /** What somebody else's record says of being one does not count. */
    static void strip(Headers headers) {
        headers.remove(HEADER);
    }

    static boolean isTick(Record<byte[], byte[]> record) {
        return record.headers().lastHeader(HEADER) != null;
    }

    /** A tick must reach the task that wrote it, whatever its key hashes to. */
    static Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitionCount) {
        String name = new String(key, StandardCharsets.UTF_8);
        return Optional.of(Set.of(Integer.parseInt(name.substring(KEY.length()))));
    }
}
