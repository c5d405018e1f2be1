package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.RetriableException;

/** Waits for the broker, however long it takes, then for its topics, then looks whether starting is safe. */
final class StartUp {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(15);

    private final Map<String, String> client;
    private final TopicCatalogue catalogue;
    private final Duration topicsGrace;
    private long saidAt;
    private boolean said;

    StartUp(Map<String, String> client, TopicCatalogue catalogue, Duration topicsGrace) {
        this.client = client;
        this.catalogue = catalogue;
        this.topicsGrace = topicsGrace;
    }

    /**
     * Returns when the broker answers and everything is as it must be.
     *
     * @throws UnsafeStart when topics differ or stay missing
     * @throws InterruptedException when the application stops meanwhile
     */
    void await() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        try (Admin admin = Admin.create(settings)) {
            TopicGuard guard = new TopicGuard(admin, catalogue);
            awaitTopics(guard);
            List<String> differences = asked(guard::differences);
            if (!differences.isEmpty()) {
                throw new UnsafeStart(String.join("; ", differences)
                        + "; nothing was read or written; restore the settings of deploy/kafka/topics.yaml");
            }
            CheckpointGuard checkpoint = new CheckpointGuard(admin, Map.copyOf(client), catalogue.partitions());
            Optional<String> problem = asked(checkpoint::problem);
            if (problem.isPresent()) {
                throw new UnsafeStart(problem.get());
            }
        }
    }

    private void awaitTopics(TopicGuard guard) throws InterruptedException {
        List<String> missing = asked(guard::missing);
        long end = System.nanoTime() + topicsGrace.toNanos();
        while (!missing.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new UnsafeStart("topics " + missing + " are missing: expected all of deploy/kafka/topics.yaml;"
                        + " nothing was read or written; make them, or find out who deleted them");
            }
            if (isTimeToSay()) {
                SagaLog.topicsMissing(missing);
            }
            pause();
            missing = asked(guard::missing);
        }
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private <T> T asked(Question<T> question) throws InterruptedException {
        while (true) {
            try {
                return question.ask();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof RetriableException)) {
                    throw new UnsafeStart("the broker does not let itself be asked for its topics: "
                            + failure.getCause() + "; nothing was read or written");
                }
                if (isTimeToSay()) {
                    SagaLog.brokerUnreachable(
                            String.valueOf(client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)),
                            failure.getCause());
                }
                pause();
            }
        }
    }

    private boolean isTimeToSay() {
        long now = System.nanoTime();
        boolean due = !said || now - saidAt > SAY_AGAIN.toNanos();
        if (due) {
            said = true;
            saidAt = now;
        }
        return due;
    }

    private static void pause() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
}
