package dev.sheetway.orchestrator.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Waits until no orchestrator is alive and no transaction is open: what is read then is all that was decided. */
final class Quiet {
    /** A killed orchestrator counts as alive for one session of 6 s, its transaction as open for 3 s and a bit. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final AskedBroker broker;
    private final int partitions;

    Quiet(AskedBroker broker, int partitions) {
        this.broker = broker;
        this.partitions = partitions;
    }

    /** @throws UnsafeStart when an orchestrator stays alive */
    void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Admin admin = broker.admin();
        List<String> alive = broker.ask(() -> GroupOffsets.members(admin));
        List<TopicPartition> open = broker.ask(() -> openTransactions(admin));
        while (!alive.isEmpty() || !open.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new UnsafeStart(
                        alive.isEmpty()
                                ? "transactions are open on " + open + " for longer than " + PATIENCE
                                        + ": expected none while no orchestrator runs; nothing was written; end them"
                                        + " with kafka-transactions, then rebuild again"
                                : "orchestrators run: " + alive + ": expected none; nothing was written; stop them"
                                        + " (on one machine: ./sheetway down), then rebuild again");
            }
            if (broker.isTimeToSay()) {
                SagaLog.waitsForQuiet(alive, open);
            }
            AskedBroker.pause();
            alive = broker.ask(() -> GroupOffsets.members(admin));
            open = broker.ask(() -> openTransactions(admin));
        }
    }

    /** Partitions whose committed records end before their last one. */
    private List<TopicPartition> openTransactions(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = Rebuild.topicsRead().stream()
                .flatMap(topic ->
                        IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        Map<TopicPartition, Long> committed = ends(admin, latest, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> all = ends(admin, latest, IsolationLevel.READ_UNCOMMITTED);
        return latest.keySet().stream()
                .filter(each -> committed.getOrDefault(each, 0L) < all.getOrDefault(each, 0L))
                .toList();
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, Map<TopicPartition, OffsetSpec> latest, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
