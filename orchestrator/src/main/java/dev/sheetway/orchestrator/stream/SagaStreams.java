package dev.sheetway.orchestrator.stream;

import dev.sheetway.orchestrator.saga.SagaDecider;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.wire.TopicCatalogue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The running saga: waits for a safe start in a thread of its own, then runs Kafka Streams until closed. Built by hand
 * and not by an extension, because the order matters: first the guard, then the streams, and a process that cannot go
 * on ends with a code that its supervisor understands.
 */
public final class SagaStreams implements AutoCloseable {
    /** Starting would risk the checkpoint. */
    static final int REFUSED = 4;
    /** Stream threads die again and again. */
    static final int CANNOT_GO_ON = 1;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final SagaShell shell;
    private final Map<String, String> client;
    private final Properties settings = new Properties();
    private final StartUp startUp;
    private final IntConsumer endProcess;
    private final AtomicReference<Optional<KafkaStreams>> streams = new AtomicReference<>(Optional.empty());
    private final Thread starter;

    /**
     * @param client connection and security, by Kafka's own names
     * @param endProcess called with the exit code when this process cannot go on; returns at once
     */
    SagaStreams(
            OrchestratorSettings orchestrator, Map<String, String> client, String instanceId, IntConsumer endProcess) {
        this.shell = new SagaShell(
                new SagaDecider(orchestrator.retry().policy()),
                new SagaCounters(),
                orchestrator.tickInterval(),
                orchestrator.resendAfter());
        this.client = Map.copyOf(client);
        this.settings.putAll(StreamsSettings.of(client, instanceId));
        this.startUp = new StartUp(client, TopicCatalogue.load(), orchestrator.topicsGrace());
        this.endProcess = endProcess;
        this.starter = Thread.ofPlatform().name("saga-start").unstarted(this::run);
    }

    /** Returns at once. */
    void start() {
        starter.start();
    }

    private void run() {
        try {
            StreamsSettings.requireExactlyOnce(client);
            startUp.await();
            startStreams();
        } catch (UnsafeStart unsafe) {
            SagaLog.unsafe(String.valueOf(unsafe.getMessage()));
            endProcess.accept(REFUSED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // alive without its streams it would look healthy and decide nothing
            SagaLog.startFailed(failure);
            endProcess.accept(CANNOT_GO_ON);
        }
    }

    private void startStreams() {
        KafkaStreams made = new KafkaStreams(SagaTopology.build(shell), settings);
        made.setUncaughtExceptionHandler(
                new ThreadDeaths(InstantSource.system(), () -> endProcess.accept(CANNOT_GO_ON)));
        made.setStateListener((now, before) -> SagaLog.state(before, now));
        streams.set(Optional.of(made));
        made.start();
    }

    /** Whether requests and events are being read. */
    public boolean isRunning() {
        return state().equals(KafkaStreams.State.RUNNING.name());
    }

    /** Whether nothing but a new process can help. */
    public boolean isBroken() {
        return state().equals(KafkaStreams.State.ERROR.name());
    }

    /** Kafka Streams' own name of its state; {@code WAITING_FOR_BROKER} before there is one. */
    public String state() {
        return streams.get().map(running -> running.state().name()).orElse("WAITING_FOR_BROKER");
    }

    public SagaCounters.Snapshot counters() {
        return shell.counters().snapshot();
    }

    /** Every spreadsheet whose partition this process has; none while it is starting or rebalancing. */
    public List<SpreadsheetState> spreadsheets() {
        List<SpreadsheetState> states = new ArrayList<>();
        streams.get().ifPresent(running -> {
            try (KeyValueIterator<String, byte[]> all = store(running).all()) {
                all.forEachRemaining(entry -> states.add(StoredState.read(entry.value)));
            } catch (InvalidStateStoreException notNow) {
                states.clear();
            }
        });
        return List.copyOf(states);
    }

    private static ReadOnlyKeyValueStore<String, byte[]> store(KafkaStreams running) {
        return running.store(
                StoreQueryParameters.fromNameAndType(SagaTopology.STORE, QueryableStoreTypes.keyValueStore()));
    }

    /** Commits what is decided and stops; without leaving the group, so that the next start finds its partitions. */
    @Override
    public void close() {
        starter.interrupt();
        streams.get().ifPresent(running -> running.close(CLOSE_WITHIN));
    }
}
