package dev.sheetway.orchestrator.stream;

import dev.sheetway.orchestrator.stream.FoldedJournal.AskedRequest;
import dev.sheetway.wire.TopicCatalogue;
import dev.sheetway.wire.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes the saga store and the group's offsets again from the journal alone. Phases: topics that are only ours are made
 * where they are missing; every orchestrator must be gone and its transactions ended; then store and offsets are
 * written in one transaction, so that a rebuild that is killed has changed nothing. May be run as often as one likes.
 */
final class Rebuild {
    private final Map<String, String> client;
    private final TopicCatalogue catalogue;

    /** @param client connection and security, by Kafka's own names */
    Rebuild(Map<String, String> client, TopicCatalogue catalogue) {
        this.client = Map.copyOf(client);
        this.catalogue = catalogue;
    }

    /**
     * @param spreadsheets that the journal knows
     * @param written whose stored state was missing or another one
     * @param removed stored states of spreadsheets that the journal does not know
     */
    record Outcome(int spreadsheets, int written, int removed) {}

    /**
     * @throws UnsafeStart when topics are not as they must be, an orchestrator runs, or the journal cannot be folded;
     *     nothing was written then
     */
    Outcome run() throws InterruptedException {
        try (AskedBroker broker = new AskedBroker(client)) {
            TopicGuard guard = new TopicGuard(broker.admin(), catalogue);
            makeOurOwn(broker, guard);
            List<String> differences = broker.ask(guard::differences);
            if (!differences.isEmpty()) {
                throw new UnsafeStart(Remedies.differing(differences));
            }
            new Quiet(broker, catalogue.partitions()).await();
            Map<TopicPartition, Long> committed = broker.ask(() -> GroupOffsets.committed(broker.admin()));
            return write(committed);
        }
    }

    private void makeOurOwn(AskedBroker broker, TopicGuard guard) throws InterruptedException {
        List<String> missing = broker.ask(guard::missing);
        if (!Remedies.REBUILT.containsAll(missing)) {
            throw new UnsafeStart(Remedies.missing(missing.stream()
                    .filter(name -> !Remedies.REBUILT.contains(name))
                    .toList()));
        }
        List<NewTopic> wanted = catalogue.topics().stream()
                .filter(topic -> missing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Optional.of(catalogue.partitions()), Optional.empty())
                        .configs(topic.config()))
                .toList();
        if (!wanted.isEmpty()) {
            Admin admin = broker.admin();
            broker.ask(() -> admin.createTopics(wanted).all().get());
            SagaLog.topicsMade(missing);
        }
    }

    private Outcome write(Map<TopicPartition, Long> committed) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        Set<AskedRequest> answered = new HashSet<>();
        int spreadsheets = 0;
        try (PartitionReader reader = new PartitionReader(client);
                CheckpointWriter writer = new CheckpointWriter(client)) {
            UndecidedInputs undecided = new UndecidedInputs(reader);
            for (int partition = 0; partition < catalogue.partitions(); partition++) {
                FoldedJournal journal = FoldedJournal.of(reader, partition);
                writer.write(partition, journal.states(), reader);
                answered.addAll(journal.requests());
                spreadsheets += journal.states().size();
                for (String topic : SagaTopology.inputTopics()) {
                    TopicPartition place = new TopicPartition(topic, partition);
                    positions.put(place, undecided.position(place, journal));
                }
            }
            for (int partition = 0; partition < catalogue.partitions(); partition++) {
                TopicPartition place = new TopicPartition(Topics.REQUESTS, partition);
                Optional<Long> read = Optional.ofNullable(committed.get(place));
                positions.put(place, undecided.firstUnanswered(place, answered, read));
            }
            writer.commit(positions);
            return new Outcome(spreadsheets, writer.written(), writer.removed());
        }
    }

    /** Every topic that is read. */
    static List<String> topicsRead() {
        return Stream.concat(
                        SagaTopology.inputTopics().stream(),
                        Stream.of(Topics.REQUESTS, Topics.JOURNAL, SagaTopology.CHANGELOG))
                .toList();
    }
}
