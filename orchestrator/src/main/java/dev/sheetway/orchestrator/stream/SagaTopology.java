package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.Participant;
import dev.sheetway.wire.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Two sub-topologies: the gate repartitions requests by spreadsheet, the saga reads what passed it and what the services
 * answer. Records are bytes up to the processors, so that nothing unreadable can stop a thread.
 */
public final class SagaTopology {
    /** Also the application id: part of the changelog's name. */
    public static final String APPLICATION = "sheetway-orchestrator";

    static final String STORE = "saga";
    static final String CHANGELOG = APPLICATION + "-" + STORE + "-changelog";

    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    private SagaTopology() {}

    static Topology build(SagaShell shell) {
        Topology topology = new Topology();
        topology.addSource(Nodes.REQUESTS, READ, READ, Topics.REQUESTS);
        topology.addProcessor(Nodes.GATE, () -> new IntakeProcessor(shell.counters(), shell.commits()), Nodes.REQUESTS);
        topology.addSink(Nodes.INTAKE, Topics.INTAKE, WRITE, WRITE, Nodes.GATE);
        topology.addSink(Nodes.REQUESTS_QUARANTINE, Topics.QUARANTINE, WRITE, WRITE, Nodes.GATE);

        topology.addSource(Nodes.INPUTS, READ, READ, inputTopics().toArray(String[]::new));
        topology.addProcessor(Nodes.SAGA, () -> new SagaProcessor(shell), Nodes.INPUTS);
        topology.addStateStore(store(), Nodes.SAGA);
        for (Participant participant : Participant.values()) {
            topology.addSink(Nodes.commands(participant), Topics.commands(participant), WRITE, WRITE, Nodes.SAGA);
        }
        topology.addSink(Nodes.JOURNAL, Topics.JOURNAL, WRITE, WRITE, Nodes.SAGA);
        topology.addSink(Nodes.INPUTS_QUARANTINE, Topics.QUARANTINE, WRITE, WRITE, Nodes.SAGA);
        topology.addSink(Nodes.TICKS, Topics.INTAKE, WRITE, WRITE, ownPartition(), Nodes.SAGA);
        return topology;
    }

    /** What the saga decides on: intake, and the services' answers. */
    static List<String> inputTopics() {
        return Stream.concat(
                        Stream.of(Topics.INTAKE),
                        Arrays.stream(Participant.values()).map(Topics::events))
                .toList();
    }

    private static StreamPartitioner<byte[], byte[]> ownPartition() {
        return Ticks::partitions;
    }

    /** In memory: no checkpoint file that a crash could leave wrong; restored from the changelog. */
    private static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }
}
