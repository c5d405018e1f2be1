package dev.sheetway.participant;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.UnreadableRecord;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes commands from the channel {@code commands} and has each answered on a worker: in order for one spreadsheet, at
 * the same time for several. A record is acknowledged after its answer (or its copy in the quarantine) is durable, and
 * SmallRye's throttled strategy commits only offsets below which everything is acknowledged.
 */
@ApplicationScoped
class CommandConsumer {
    private final CommandPartitions partitions;
    private final Workshop workshop;

    CommandConsumer(@Identifier(CommandPartitions.NAME) CommandPartitions partitions, Workshop workshop) {
        this.partitions = partitions;
        this.workshop = workshop;
    }

    /** @return completes when there is room for the next record: SmallRye pauses the partitions meanwhile */
    @Incoming("commands")
    CompletionStage<Void> take(Message<byte[]> message) {
        ConsumerRecord<byte[], byte[]> record = record(message);
        Delivery delivery = new Delivery(record, partitions.mayHaveRunBefore(record));
        return workshop.lanes().submit(delivery.lane(), () -> answer(delivery, message));
    }

    private void answer(Delivery delivery, Message<byte[]> message) {
        try {
            decode(delivery).ifPresent(command -> workshop.handler().handle(command, delivery));
            var unused = message.ack();
        } catch (Throwable bug) {
            if (FatalFailures.isFatal(bug)) {
                ParticipantLog.fatal("the answer to a command cannot be sent", bug);
            } else {
                ParticipantLog.broken(delivery, bug);
            }
            ProcessExit.CANNOT_GO_ON.halt();
        }
    }

    /** @return empty when the record could not be read; it lies in the quarantine then */
    private Optional<Command> decode(Delivery delivery) {
        ConsumerRecord<byte[], byte[]> record = delivery.record();
        try {
            return Optional.of(CommandCodec.decode(record.headers(), record.value()));
        } catch (UnreadableRecord unreadable) {
            String reason = String.valueOf(unreadable.getMessage());
            ParticipantLog.quarantined(delivery, reason);
            workshop.quarantine().keep(delivery, reason);
            return Optional.empty();
        }
    }

    void onShutdown(@Observes ShutdownEvent event) {
        workshop.close();
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte[]> record(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("channel \"commands\" is not connected to Kafka"))
                .getRecord();
    }
}
