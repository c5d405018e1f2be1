package dev.sheetway.cli.journal;

import dev.sheetway.contracts.journal.JournalEntry;

/** A journal entry and where it stands: the proof of whatever it says. */
public record Recorded(JournalEntry entry, Place place) {

    /** A record's coordinates in the log. */
    public record Place(String topic, int partition, long offset) {
        /** {@code topic-partition@offset}. */
        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }
}
