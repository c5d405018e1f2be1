package dev.sheetway.cli.quarantine;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.contracts.Participant;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.InvalidRequest;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.UnreadableRecord;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes a quarantined record again where it was read, byte by byte. It keeps its CloudEvents id, so that a record
 * that is redriven twice is a copy: requests of a known id are ignored or rejected, answers and commands of a known id
 * change nothing. What is still unreadable comes back as a new entry of the quarantine.
 */
public final class Redrive {
    private final Bus bus;

    public Redrive(Bus bus) {
        this.bus = bus;
    }

    /**
     * Where the record would go.
     *
     * @throws CliFailure ({@link Exit#REFUSED}) when nobody told where it was read, or not from a topic of ours
     */
    public static String target(Quarantined kept) {
        Optional<String> topic = kept.topicToRedrive();
        boolean ours = topic.filter(Redrive::isInput).isPresent();
        if (!ours) {
            throw new CliFailure(
                    Exit.REFUSED,
                    "record " + kept.place() + " was read from "
                            + kept.source().map(Place::toString).orElse("nobody knows where")
                            + ": expected a topic of requests, commands or events; nothing was published");
        }
        return topic.orElseThrow();
    }

    private static boolean isInput(String topic) {
        return topic.equals(Topics.REQUESTS)
                || Arrays.stream(Participant.values())
                        .anyMatch(each -> topic.equals(Topics.commands(each)) || topic.equals(Topics.events(each)));
    }

    /** Why the record would only come back; empty when this release can read it. */
    public static Optional<String> stillUnreadable(Quarantined kept) {
        String topic = target(kept);
        byte[] value = kept.record().value();
        try {
            Object unused = topic.equals(Topics.REQUESTS)
                    ? RequestCodec.decode(kept.headersToRedrive(), value)
                    : topic.startsWith("sheetway.commands.")
                            ? CommandCodec.decode(kept.headersToRedrive(), value)
                            : EventCodec.decode(kept.headersToRedrive(), value);
            return Optional.empty();
        } catch (InvalidRequest answered) {
            return Optional.empty(); // its sender gets a rejection that says why
        } catch (UnreadableRecord unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    /**
     * Returns when every replica has it.
     *
     * @throws CliFailure ({@link Exit#UNREACHABLE}) when it may or may not have been stored: the same again is harmless
     */
    public Place publish(Quarantined kept) {
        String topic = target(kept);
        Integer partition = topic.equals(Topics.REQUESTS)
                ? null
                : kept.source().map(Place::partition).orElseThrow();
        RecordMetadata stored = bus.publish(
                new ProducerRecord<>(
                        topic, partition, kept.record().key(), kept.record().value(), kept.headersToRedrive()),
                "record " + kept.place(),
                "redrive it again, twice is harmless");
        return new Place(stored.topic(), stored.partition(), stored.offset());
    }
}
