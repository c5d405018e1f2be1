package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.Topics;
import java.util.List;
import java.util.Set;

/** What a refused start says to do; each in docs/operations/recovery.md at length. */
final class Remedies {
    /** Topics that the journal can make again. */
    static final Set<String> REBUILT = Set.of(Topics.INTAKE, SagaTopology.CHANGELOG);

    private static final String GUIDE = "docs/operations/recovery.md";
    private static final String REBUILD = "stop every orchestrator and run it once with --rebuild (on one machine:"
            + " ./sheetway up --rebuild), which makes store and offsets again from the journal; see " + GUIDE;

    private Remedies() {}

    static String rebuild(String problem) {
        return problem + "; nothing was read or written; " + REBUILD;
    }

    static String missing(List<String> topics) {
        return "topics " + topics + " are missing: expected all of deploy/kafka/topics.yaml; nothing was read or"
                + " written; "
                + (REBUILT.containsAll(topics)
                        ? REBUILD
                        : "make them as deploy/kafka/topics.yaml says if this is a first start, otherwise find out who"
                                + " deleted them: see " + GUIDE);
    }

    /** @param differences a line each, see {@link TopicGuard#differences} */
    static String differing(List<String> differences) {
        boolean partitions = differences.stream().anyMatch(each -> each.contains("\" partitions: "));
        return String.join("; ", differences)
                + "; nothing was read or written; restore the settings of deploy/kafka/topics.yaml"
                + (partitions
                        ? "; a partition count never shrinks: that topic must be made again, which is safe in the order"
                                + " of " + GUIDE + " and ends with --rebuild"
                        : " with kafka-configs; what was deleted meanwhile stays lost: see " + GUIDE);
    }
}
