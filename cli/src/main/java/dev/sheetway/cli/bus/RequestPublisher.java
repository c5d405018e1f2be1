package dev.sheetway.cli.bus;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts requests on {@code sheetway.requests}; returns when every replica has them. */
public final class RequestPublisher {
    private static final int PATIENCE_MILLIS = 30000;

    private final Bus bus;
    private final Clock clock;

    public RequestPublisher(Bus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /** @throws CliFailure ({@link Exit#UNREACHABLE}) when it may or may not have been stored: same request id again */
    public void publish(Request request) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(RequestCodec.encode(request, "/sheetway/cli", clock.instant())
                            .toRecord(Topics.REQUESTS, null))
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw unsure(request, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unsure(request, interrupted);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bus.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.LINGER_MS_CONFIG,
                0);
    }

    private CliFailure unsure(Request request, Exception cause) {
        return new CliFailure(
                Exit.UNREACHABLE,
                "the broker at " + bus.bootstrapServers() + " did not confirm request \"" + request.requestId()
                        + "\" within " + PATIENCE_MILLIS / 1000 + " s: it may have been stored; run the same command"
                        + " again with --request-id " + request.requestId() + ", which cannot run twice",
                cause);
    }
}
