package dev.sheetway.orchestrator.stream;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Connection and security of Kafka clients: every {@code kafka.*} key, under Kafka's own name. */
final class Clients {
    private static final String PREFIX = "kafka.";

    private Clients() {}

    static Map<String, String> settings(Config config) {
        Map<String, String> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
            if (dotted.startsWith(PREFIX)) {
                config.getOptionalValue(dotted, String.class)
                        .ifPresent(value -> settings.put(dotted.substring(PREFIX.length()), value));
            }
        }
        return Map.copyOf(settings);
    }
}
