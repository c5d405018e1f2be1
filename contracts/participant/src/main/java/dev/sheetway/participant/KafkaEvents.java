package dev.sheetway.participant;

import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.WireMessage;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Answers on the channel {@code events}, and quarantined records on {@code quarantine}. Thread-safe. */
final class KafkaEvents implements EventSink, Quarantine {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final MutinyEmitter<byte[]> events;
    private final MutinyEmitter<byte[]> quarantine;
    private final String source;
    private final InstantSource clock;

    /** @param source of the service in CloudEvents, such as {@code /sheetway/backup-service} */
    KafkaEvents(MutinyEmitter<byte[]> events, MutinyEmitter<byte[]> quarantine, String source, InstantSource clock) {
        this.events = events;
        this.quarantine = quarantine;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void publish(StepEvent event, ReplyTo to) throws TooLargeException {
        WireMessage wire = encode(event, to);
        try {
            untilAccepted(
                    () -> send(events, wire, to.partition()), event.getClass().getSimpleName(), to.partition());
        } catch (RuntimeException refused) {
            if (FatalFailures.isTooLarge(refused)) {
                throw new TooLargeException(refused);
            }
            throw refused;
        }
    }

    @Override
    public CompletionStage<Void> offer(StepEvent event, ReplyTo to) {
        WireMessage wire = encode(event, to);
        return Uni.createFrom()
                .deferred(() -> send(events, wire, to.partition()))
                .onFailure()
                .invoke(ParticipantLog::optionalEventLost)
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
    }

    @Override
    public void keep(Delivery delivery, String reason) {
        byte[] value = delivery.record().value();
        Metadata metadata = Metadata.of(OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(delivery.record().key())
                .withHeaders(Quarantine.headers(delivery.record(), reason))
                .build());
        untilAccepted(
                () -> quarantine.sendMessage(Message.of(value == null ? new byte[0] : value, metadata)),
                "quarantined record",
                delivery.partition());
    }

    private WireMessage encode(StepEvent event, ReplyTo to) {
        WireMessage wire = EventCodec.encode(event, source, clock.instant());
        return to.trace().map(wire::traced).orElse(wire);
    }

    private static Uni<Void> send(MutinyEmitter<byte[]> channel, WireMessage wire, int partition) {
        Metadata metadata = Metadata.of(OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(wire.key().getBytes(StandardCharsets.UTF_8))
                .withPartition(partition)
                .withHeaders(wire.headers())
                .build());
        return channel.sendMessage(Message.of(wire.value(), metadata));
    }

    /**
     * Sends again and again: after {@code delivery.timeout.ms} Kafka gives a record up, but a broker may be away for
     * longer, and a command must not be acknowledged before its answer is durable.
     */
    private void untilAccepted(Supplier<Uni<Void>> send, String what, int partition) {
        Uni.createFrom()
                .deferred(send::get)
                .onFailure()
                .invoke(failure -> ParticipantLog.sendRetried(what, partition, failure))
                .onFailure(this::mayHeal)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .await()
                .indefinitely();
    }

    private boolean mayHeal(Throwable failure) {
        return !FatalFailures.isFatal(failure)
                && !FatalFailures.isTooLarge(failure)
                // a cancelled channel has no Kafka client any more
                && !events.isCancelled()
                && !quarantine.isCancelled();
    }
}
