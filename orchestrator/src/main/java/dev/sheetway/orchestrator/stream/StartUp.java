package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits for the broker, however long it takes, then for its topics, then looks whether starting is safe. */
final class StartUp {
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
            Optional<String> problem = broker.ask(checkpoint::problem);
            if (problem.isPresent()) {
                throw new UnsafeStart(Remedies.rebuild(problem.get()));
            }
        }
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
