package dev.sheetway.wire;

import dev.sheetway.contracts.Participant;

/** Names of the topics; their settings are in {@code deploy/kafka/topics.yaml}. */
public final class Topics {
    public static final String REQUESTS = "sheetway.requests";
    public static final String INTAKE = "sheetway.intake";
    public static final String JOURNAL = "sheetway.journal";
    public static final String QUARANTINE = "sheetway.quarantine";

    private Topics() {}

    public static String commands(Participant participant) {
        return "sheetway.commands." + participant.wireName();
    }

    public static String events(Participant participant) {
        return "sheetway.events." + participant.wireName();
    }
}
