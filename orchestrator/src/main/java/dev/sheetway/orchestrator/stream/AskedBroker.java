package dev.sheetway.orchestrator.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.RetriableException;

/** A broker that is asked until it answers, however long that takes. Confined to one thread. */
final class AskedBroker implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(15);

    private final Admin admin;
    private final String servers;
    private long saidAt;
    private boolean said;

    /** @param client connection and security, by Kafka's own names */
    AskedBroker(Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        this.admin = Admin.create(settings);
        this.servers = String.valueOf(client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    Admin admin() {
        return admin;
    }

    interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    /** @throws UnsafeStart when the broker refuses to answer */
    <T> T ask(Question<T> question) throws InterruptedException {
        while (true) {
            try {
                return question.ask();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof RetriableException)) {
                    throw new UnsafeStart("the broker does not let itself be asked for its topics: "
                            + failure.getCause() + "; nothing was read or written");
                }
                if (isTimeToSay()) {
                    SagaLog.brokerUnreachable(servers, failure.getCause());
                }
                pause();
            }
        }
    }

    /** Whether a line about the same trouble would not be one too many. */
    boolean isTimeToSay() {
        long now = System.nanoTime();
        boolean due = !said || now - saidAt > SAY_AGAIN.toNanos();
        if (due) {
            said = true;
            saidAt = now;
        }
        return due;
    }

    /** A quarter of a second. */
    static void pause() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }

    @Override
    public void close() {
        admin.close();
    }
}
