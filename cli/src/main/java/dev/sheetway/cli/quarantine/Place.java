package dev.sheetway.cli.quarantine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands. */
public record Place(String topic, int partition, long offset) {
    private static final Pattern TEXT = Pattern.compile("(?:([A-Za-z0-9._-]+)-)?(\\d{1,9})@(\\d{1,18})");

    /** {@code TOPIC-PARTITION@OFFSET}, or {@code PARTITION@OFFSET} in {@code topic}; empty when it is neither. */
    public static Optional<Place> parse(String text, String topic) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() && (parts.group(1) == null || parts.group(1).equals(topic))
                ? Optional.of(new Place(topic, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
