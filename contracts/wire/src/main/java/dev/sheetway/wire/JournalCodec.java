package dev.sheetway.wire;

import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** {@code sheetway.journal.*.v1}. */
public final class JournalCodec {
    private static final String PREFIX = "sheetway.journal.";
    private static final Map<String, Class<? extends JournalEntry>> TYPES = WireNames.permitted(JournalEntry.class);

    private JournalCodec() {}

    /** @param entryId unique in the journal and the same whenever the same decision is taken again */
    public static WireMessage encode(JournalEntry entry, String entryId) {
        JournalHeader header = entry.header();
        return CloudEventRecords.write(
                header.spreadsheetId().value(),
                new CloudEventRecords.Envelope(
                        entryId,
                        "/sheetway/orchestrator",
                        PREFIX + WireNames.of(entry.getClass()) + ".v1",
                        header.migrationId().toString(),
                        header.at()),
                FlatRecords.write((Record) entry));
    }

    /** @throws UnreadableRecord when it is no journal entry */
    public static JournalEntry decode(Headers headers, byte @Nullable [] value) {
        CloudEventRecords.Received event = CloudEventRecords.read(headers, value);
        return FlatRecords.read(TYPES, CloudEventRecords.kind(event, PREFIX), JournalHeader.class, event.data());
    }

    /** The kind of an entry on the wire, such as {@code step-completed}. */
    public static String kind(JournalEntry entry) {
        return WireNames.of(entry.getClass());
    }
}
