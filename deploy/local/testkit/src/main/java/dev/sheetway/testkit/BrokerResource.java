package dev.sheetway.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The shared broker for {@code @QuarkusTest}: {@code @QuarkusTestResource(BrokerResource.class)} or
 * {@code @WithTestResource}. Sets {@code kafka.bootstrap.servers}. The broker outlives the application: it ends with the
 * JVM.
 */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", TestBroker.shared().bootstrapServers());
    }

    @Override
    public void stop() {
        // shared: other test classes go on with it
    }
}
