package dev.sheetway.broker;

import java.util.List;

/** Existing topics differ from the catalogue in a way that could lose or misplace records. */
public final class UnsafeTopics extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeTopics(List<String> differences) {
        super("topics differ from deploy/kafka/topics.yaml: " + String.join("; ", differences)
                + "; nothing changed; correct these topics, or move the broker's data directory away to begin anew");
    }
}
