package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.Participant;

/** Names of the topology's nodes, as processors forward to them. */
final class Nodes {
    static final String REQUESTS = "requests";
    static final String GATE = "intake-gate";
    static final String INTAKE = "intake";
    static final String REQUESTS_QUARANTINE = "requests-quarantine";
    static final String INPUTS = "inputs";
    static final String SAGA = "saga-processor";
    static final String JOURNAL = "journal";
    static final String TICKS = "ticks";
    static final String INPUTS_QUARANTINE = "inputs-quarantine";

    private Nodes() {}

    static String commands(Participant participant) {
        return "commands-" + participant.wireName();
    }
}
