package dev.sheetway.orchestrator.it;

import dev.sheetway.broker.Broker;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.RetryPolicy;
import dev.sheetway.orchestrator.saga.SagaDecider;
import dev.sheetway.orchestrator.saga.SagaFold;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures, never assertions: {@code docs/operations/benchmarks.md} has the commands. Participants answer at once, so
 * what is measured is broker, bus and orchestrator; the part of the participants is this JVM's.
 */
class OrchestratorBench {
    private static final MigrationPlan PLAN = TestPlans.zeues();
    private static final String CHECKSUM = PlanJson.checksum(PLAN);
    private static final SagaDecider DECIDER = new SagaDecider(RetryPolicy.DEFAULT);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @TempDir
    private Path data;

    private static Request.Migrate request(SpreadsheetId spreadsheet) {
        return new Request.Migrate("request-1", spreadsheet, "bench", false, PLAN, CHECKSUM);
    }

    /** A whole migration through the core; gives every entry to {@code journal} and returns the inputs decided. */
    private static int migrate(SpreadsheetId spreadsheet, Instant at, Consumer<JournalEntry> journal) {
        SpreadsheetState state = SpreadsheetState.untouched(spreadsheet);
        Input input = new Input.Requested(request(spreadsheet), at);
        int inputs = 0;
        while (true) {
            inputs++;
            for (JournalEntry entry : DECIDER.decide(state, input, at)) {
                state = SagaFold.evolve(state, entry);
                journal.accept(entry);
            }
            List<Command> outstanding = OutstandingCommands.of(state);
            if (outstanding.isEmpty()) {
                return inputs;
            }
            input = new Input.Answered(Answers.success(outstanding.getFirst()));
        }
    }

    @Test
    void decisionsOfTheCore() {
        for (int round = 1; round <= 5; round++) {
            long inputs = 0;
            long begin = System.nanoTime();
            for (int i = 0; System.nanoTime() - begin < Duration.ofSeconds(4).toNanos(); i++) {
                inputs += migrate(new SpreadsheetId("bench-" + i), Instant.EPOCH, entry -> {});
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "core, round %d: %.0f inputs decided and folded per second on one core, heap peak %d MiB%n",
                    round, inputs / seconds, heapPeak());
        }
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1024 * 1024);
    }

    /** From a participant's answer to the next command's arrival, one migration at a time; then many at once. */
    @Test
    void theBus() {
        try (Broker broker = Broker.startProcess(data);
                Participants participants = new Participants(broker.bootstrapServers());
                OrchestratorProcess orchestrator = OrchestratorProcess.start(broker.bootstrapServers(), Map.of())) {
            TestBroker bus = TestBroker.at(broker.bootstrapServers());
            run(bus, participants, "warm-up", 40, 1);
            long[] steps = run(bus, participants, "latency", 100, 1);
            Arrays.sort(steps);
            System.out.printf(
                    "bus, one migration at a time: %d steps, median %.1f ms, 99th %.1f ms, orchestrator peak %d MiB%n",
                    steps.length,
                    steps[steps.length / 2] / 1e6,
                    steps[steps.length * 99 / 100] / 1e6,
                    orchestrator.peakResidentMebibytes());
            int many = Integer.getInteger("sheetway.bench.migrations", 500);
            long begin = System.nanoTime();
            run(bus, participants, "throughput", many, many);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "bus, %d migrations at once: %.1f per second, orchestrator peak %d MiB%n",
                    many, many / seconds, orchestrator.peakResidentMebibytes());
        }
    }

    /** @return nanoseconds from each answer to the command that followed */
    private static long[] run(TestBroker bus, Participants participants, String name, int migrations, int atOnce) {
        Map<SpreadsheetId, Long> answered = new ConcurrentHashMap<>();
        List<Long> steps = java.util.Collections.synchronizedList(new ArrayList<>());
        LongAdder closed = new LongAdder();
        for (int i = 0; i < migrations; i++) {
            SpreadsheetId spreadsheet = new SpreadsheetId(name + "-" + i);
            participants.answer(spreadsheet, command -> {
                Long before = answered.get(spreadsheet);
                if (before != null) {
                    steps.add(System.nanoTime() - before);
                }
                if (command instanceof Command.CloseMigration) {
                    closed.increment();
                }
                answered.put(spreadsheet, System.nanoTime());
                return List.of(Answers.success(command));
            });
            bus.publish(Topics.REQUESTS, RequestCodec.encode(request(spreadsheet), "/bench", Instant.now()));
            long due = i + 1L - atOnce;
            Waiting.until(LIMIT, "migrations before", () -> closed.sum() > due);
        }
        Waiting.until(LIMIT, "all migrations", () -> closed.sum() == migrations);
        return steps.stream().mapToLong(Long::longValue).toArray();
    }

    /** A journal of completed migrations, rebuilt, then restarted from. */
    @Test
    void restartWithStoredMigrations() {
        int stored = Integer.getInteger("sheetway.bench.stored", 10_000);
        try (Broker broker = Broker.startProcess(data)) {
            long entries = write(broker, stored);
            long begin = System.nanoTime();
            OrchestratorProcess rebuild = OrchestratorProcess.launch(broker.bootstrapServers(), Map.of(), "--rebuild");
            Waiting.until(LIMIT, "rebuilt", () -> !rebuild.isAlive());
            System.out.printf(
                    "rebuild of %d migrations from %d entries: %.1f s, exit code %d%n",
                    stored, entries, (System.nanoTime() - begin) / 1e9, rebuild.exitCode(LIMIT));
            for (int round = 1; round <= 3; round++) {
                long start = System.nanoTime();
                try (OrchestratorProcess orchestrator =
                        OrchestratorProcess.start(broker.bootstrapServers(), Map.of())) {
                    System.out.printf(
                            "restart %d with %d stored migrations: ready after %.1f s, peak %d MiB%n",
                            round, stored, (System.nanoTime() - start) / 1e9, orchestrator.peakResidentMebibytes());
                }
            }
        }
    }

    private static long write(Broker broker, int migrations) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all", "linger.ms", 20));
        LongAdder entries = new LongAdder();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            Instant now = Instant.now();
            for (int i = 0; i < migrations; i++) {
                SpreadsheetId spreadsheet = new SpreadsheetId("stored-" + i);
                migrate(spreadsheet, now, entry -> {
                    entries.increment();
                    String id = spreadsheet + "-" + entries.sum();
                    var unused = producer.send(JournalCodec.encode(entry, id).toRecord(Topics.JOURNAL, null));
                });
            }
        }
        return entries.sum();
    }
}
