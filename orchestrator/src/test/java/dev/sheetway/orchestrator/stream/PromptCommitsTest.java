package dev.sheetway.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.orchestrator.saga.RetryPolicy;
import dev.sheetway.orchestrator.saga.SagaDecider;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.WireMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class PromptCommitsTest {
    private static final long NOW = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    private final PromptCommits commits = new PromptCommits();

    @Test
    void oneMigrationAloneIsPromptInAtLeastEveryOtherStep() {
        long prompt = LongStream.range(0, 1_000)
                .filter(step -> commits.take(NOW + 11 * step))
                .count();

        assertThat(prompt).isGreaterThan(500);
    }

    @Test
    void manyAtOnceAreLeftToTheInterval() {
        long prompt = LongStream.range(0, 10_000)
                .filter(step -> commits.take(NOW + step / 10))
                .count();

        assertThat(prompt).isEqualTo(PromptCommits.MOST + 999 / PromptCommits.EVERY.toMillis());
    }

    @Test
    void aClockSetBackFarIsBelieved() {
        while (commits.take(NOW)) {}

        assertThat(commits.take(NOW - 1)).isFalse();
        assertThat(commits.take(NOW - 3_600_000)).isTrue();
    }

    @Test
    void aRequestPassesTheGateAtOnceUntilThereAreMany() {
        MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(NOW);
        IntakeProcessor gate = new IntakeProcessor(new SagaCounters(), commits);
        gate.init(context);
        for (int i = 0; i < PromptCommits.MOST; i++) {
            context.resetCommit();
            gate.process(request());
            assertThat(context.committed()).isTrue();
        }

        context.resetCommit();
        gate.process(request());

        assertThat(context.committed()).isFalse();
    }

    @Test
    void aDecisionThatCommandsSomethingIsCommittedAtOnceAndOneThatDoesNotIsNot() {
        MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(NOW);
        context.setRecordMetadata("sheetway.intake", 0, 0);
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SagaTopology.STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        SagaProcessor saga = new SagaProcessor(new SagaShell(
                new SagaDecider(RetryPolicy.DEFAULT),
                new SagaCounters(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2)));
        saga.init(context);

        saga.process(passed());
        boolean afterTheRequest = context.committed();
        context.resetCommit();
        saga.process(passed());
        boolean afterItsCopy = context.committed();

        assertThat(afterTheRequest).isTrue();
        assertThat(afterItsCopy).isFalse();
    }

    private static Record<byte[], byte[]> passed() {
        MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(NOW);
        IntakeProcessor gate = new IntakeProcessor(new SagaCounters(), new PromptCommits());
        gate.init(context);
        gate.process(request());
        var passed = context.forwarded().getFirst().record();
        return new Record<>(passed.key(), passed.value(), passed.timestamp(), passed.headers());
    }

    private static Record<byte[], byte[]> request() {
        Request request =
                new Request.Migrate("r", new SpreadsheetId("s"), "ada", false, TestPlans.zeues(), "sha256:same");
        WireMessage message = RequestCodec.encode(request, "/test", Instant.ofEpochMilli(NOW));
        return new Record<>(new byte[0], message.value(), NOW, message.headers());
    }
}
