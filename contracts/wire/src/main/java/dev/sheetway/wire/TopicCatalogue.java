package dev.sheetway.wire;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The settings that every topic must have, read from {@code topics.yaml}.
 *
 * @param partitions of every topic, for ever
 */
public record TopicCatalogue(int partitions, List<TopicSettings> topics) {
    public TopicCatalogue {
        topics = List.copyOf(topics);
    }

    /** @param config topic settings by Kafka's own names, values as Kafka prints them */
    public record TopicSettings(String name, Map<String, String> config) {
        public TopicSettings {
            config = Map.copyOf(config);
        }
    }

    /** The catalogue that this build was made with. */
    public static TopicCatalogue load() {
        try (InputStream yaml = TopicCatalogue.class.getResourceAsStream("topics.yaml")) {
            // not Jackson's YAML parser: it reads an alias such as *stream as the text "stream"
            Object document = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Objects.requireNonNull(yaml, "topics.yaml is part of the build"));
            return new JsonMapper().convertValue(document, TopicCatalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
