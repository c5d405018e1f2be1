package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.TopicCatalogue;
import dev.sheetway.wire.TopicCatalogue.TopicSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Compares the broker's topics with the catalogue. Kafka's defaults would delete the checkpoint inside the rollback
 * window, and another partition count would send a spreadsheet's records past its state.
 */
final class TopicGuard {
    private final Admin admin;
    private final TopicCatalogue catalogue;

    TopicGuard(Admin admin, TopicCatalogue catalogue) {
        this.admin = admin;
        this.catalogue = catalogue;
    }

    /** Names of the catalogue that the broker does not have. */
    List<String> missing() throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        return catalogue.topics().stream()
                .map(TopicSettings::name)
                .filter(name -> !existing.contains(name))
                .toList();
    }

    /** One line for each difference; every topic must exist. */
    List<String> differences() throws ExecutionException, InterruptedException {
        List<String> names =
                catalogue.topics().stream().map(TopicSettings::name).toList();
        // both under way at once: every start waits for them
        KafkaFuture<Map<String, TopicDescription>> described =
                admin.describeTopics(names).allTopicNames();
        Map<String, Config> configs = configs(names);
        Map<String, TopicDescription> descriptions = described.get();
        List<String> found = new ArrayList<>();
        for (TopicSettings topic : catalogue.topics()) {
            int partitions = Objects.requireNonNull(descriptions.get(topic.name()))
                    .partitions()
                    .size();
            compare(found, topic.name(), "partitions", "" + catalogue.partitions(), "" + partitions);
            Config config = Objects.requireNonNull(configs.get(topic.name()));
            topic.config().forEach((key, expected) -> compare(found, topic.name(), key, expected, value(config, key)));
        }
        return List.copyOf(found);
    }

    private static void compare(List<String> found, String topic, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            found.add("topic \"" + topic + "\" " + what + ": expected " + expected + ", found " + actual);
        }
    }

    private static String value(Config config, String key) {
        return config.get(key) == null
                ? "nothing"
                : String.valueOf(config.get(key).value());
    }

    private Map<String, Config> configs(List<String> names) throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return admin.describeConfigs(resources).all().get().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }
}
