package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits for the broker, however long it takes, then for its topics, then looks whether starting is safe. */
final class StartUp {
    /** Longer than a killed orchestrator's transaction stays open. */
    private static final Duration TRANSACTION_ENDS = Duration.ofSeconds(5);

    private final Map<String, String> client;
    private final TopicCatalogue catalogue;
    private final Duration topicsGrace;

    StartUp(Map<String, String> client, TopicCatalogue catalogue, Duration topicsGrace) {
        this.client = client;
        this.catalogue = catalogue;
        this.topicsGrace = topicsGrace;
    }

    /**
     * Returns when the broker answers and everything is as it must be.
     *
     * @throws UnsafeStart when topics differ or stay missing, or what they hold does not fit together
     * @throws InterruptedException when the application stops meanwhile
     */
    void await() throws InterruptedException {
        try (AskedBroker broker = new AskedBroker(client)) {
            TopicGuard guard = new TopicGuard(broker.admin(), catalogue);
            awaitTopics(broker, guard);
            List<String> differences = broker.ask(guard::differences);
            if (!differences.isEmpty()) {
                throw new UnsafeStart(Remedies.differing(differences));
            }
            CheckpointGuard checkpoint =
                    new CheckpointGuard(broker.admin(), Map.copyOf(client), catalogue.partitions());
            Optional<String> problem = settledProblem(broker, checkpoint);
            if (problem.isPresent()) {
                throw new UnsafeStart(Remedies.rebuild(problem.get()));
            }
        }
    }

    /** The end of a transaction reaches the journal and the group's offsets one after the other: no refusal in between. */
    private static Optional<String> settledProblem(AskedBroker broker, CheckpointGuard checkpoint)
            throws InterruptedException {
        long end = System.nanoTime() + TRANSACTION_ENDS.toNanos();
        Optional<String> problem = broker.ask(checkpoint::problem);
        while (problem.isPresent() && System.nanoTime() < end) {
            AskedBroker.pause();
            problem = broker.ask(checkpoint::problem);
        }
        return problem;
    }

    private void awaitTopics(AskedBroker broker, TopicGuard guard) throws InterruptedException {
        List<String> missing = broker.ask(guard::missing);
        long end = System.nanoTime() + topicsGrace.toNanos();
        while (!missing.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new UnsafeStart(Remedies.missing(missing));
            }
            if (broker.isTimeToSay()) {
                SagaLog.topicsMissing(missing);
            }
            AskedBroker.pause();
            missing = broker.ask(guard::missing);
        }
    }
}
