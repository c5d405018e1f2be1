package dev.sheetway.broker;

import static java.util.Objects.requireNonNull;

import dev.sheetway.wire.TopicCatalogue;
import dev.sheetway.wire.TopicCatalogue.TopicSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the catalogue's topics, and refuses to go on where an existing one differs; idempotent. */
public final class TopicProvisioner {
    private final Admin admin;
    private final int partitions;
    private final List<TopicSettings> topics;

    private TopicProvisioner(Admin admin, TopicCatalogue catalogue) {
        this.admin = admin;
        this.partitions = catalogue.partitions();
        this.topics = catalogue.topics();
    }

    /**
     * @throws UnsafeTopics when partitions or a setting of an existing topic differ from the catalogue; missing topics
     *     are not made then
     */
    public static void provision(String bootstrapServers, TopicCatalogue catalogue)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            new TopicProvisioner(admin, catalogue).provision();
        }
    }

    private void provision() throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<TopicSettings> present =
                topics.stream().filter(topic -> existing.contains(topic.name())).toList();
        List<String> differences = differences(present);
        if (!differences.isEmpty()) {
            throw new UnsafeTopics(differences);
        }
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), partitions, (short) 1).configs(topic.config()))
                .toList();
        admin.createTopics(missing).all().get();
    }

    private List<String> differences(List<TopicSettings> present) throws ExecutionException, InterruptedException {
        List<String> names = present.stream().map(TopicSettings::name).toList();
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(names).allTopicNames().get();
        Map<String, Config> configs = configs(names);
        List<String> differences = new ArrayList<>();
        for (TopicSettings topic : present) {
            int found =
                    requireNonNull(descriptions.get(topic.name())).partitions().size();
            if (found != partitions) {
                differences.add(difference(topic, "partitions", "" + partitions, "" + found));
            }
            Config settings = requireNonNull(configs.get(topic.name()));
            topic.config().forEach((key, expected) -> {
                String actual =
                        settings.get(key) == null ? "absent" : settings.get(key).value();
                if (!expected.equals(actual)) {
                    differences.add(difference(topic, key, expected, actual));
                }
            });
        }
        return differences;
    }

    private Map<String, Config> configs(List<String> names) throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return admin.describeConfigs(resources).all().get().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static String difference(TopicSettings topic, String what, String expected, String actual) {
        return "\"" + topic.name() + "\" " + what + ": expected " + expected + ", found " + actual;
    }
}
