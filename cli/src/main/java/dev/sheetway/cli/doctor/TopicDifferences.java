package dev.sheetway.cli.doctor;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.wire.TopicCatalogue;
import dev.sheetway.wire.TopicCatalogue.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Where a broker's topics are not as the catalogue wants them. */
public final class TopicDifferences {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();

    private TopicDifferences() {}

    /**
     * @return one sentence for each difference
     * @throws CliFailure ({@link Exit#UNREACHABLE}) when the broker does not tell
     */
    public static List<String> of(String bootstrapServers, TopicCatalogue catalogue) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return of(admin, catalogue);
        } catch (ExecutionException failure) {
            throw silent(bootstrapServers, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw silent(bootstrapServers, interrupted);
        }
    }

    private static CliFailure silent(String bootstrapServers, Exception cause) {
        return new CliFailure(
                Exit.UNREACHABLE, "the broker at " + bootstrapServers + " does not tell about its topics", cause);
    }

    private static List<String> of(Admin admin, TopicCatalogue catalogue)
            throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<String> names = catalogue.topics().stream()
                .map(TopicSettings::name)
                .filter(existing::contains)
                .toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(names).allTopicNames().get();
        Map<String, Config> configs = configs(admin, names);
        List<String> differences = new ArrayList<>();
        for (TopicSettings topic : catalogue.topics()) {
            if (existing.contains(topic.name())) {
                int partitions = Objects.requireNonNull(found.get(topic.name()))
                        .partitions()
                        .size();
                compare(differences, topic, "partitions", "" + catalogue.partitions(), "" + partitions);
                Config config = Objects.requireNonNull(configs.get(topic.name()));
                topic.config().forEach((key, wanted) -> compare(differences, topic, key, wanted, value(config, key)));
            } else {
                differences.add("topic \"" + topic.name() + "\": expected to exist, not found");
            }
        }
        return differences;
    }

    private static Map<String, Config> configs(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return admin.describeConfigs(resources).all().get().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static String value(Config config, String key) {
        ConfigEntry entry = config.get(key);
        return entry == null ? "absent" : entry.value();
    }

    private static void compare(
            List<String> differences, TopicSettings topic, String what, String expected, String found) {
        if (!expected.equals(found)) {
            differences.add("topic \"" + topic.name() + "\" " + what + ": expected " + expected + ", found " + found);
        }
    }
}
