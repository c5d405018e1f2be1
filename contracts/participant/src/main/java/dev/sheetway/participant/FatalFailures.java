package dev.sheetway.participant;

import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Tells what sending again may heal from what it cannot. */
final class FatalFailures {
    private FatalFailures() {}

    /** Whether the client that failed is of no use any more, or is not allowed to do its work. */
    static boolean isFatal(Throwable failure) {
        return find(failure, FatalFailures::fatal).isPresent();
    }

    static boolean isTooLarge(Throwable failure) {
        return find(failure, FatalFailures::tooLarge).isPresent();
    }

    private static boolean fatal(Throwable failure) {
        return failure instanceof AuthenticationException
                || failure instanceof AuthorizationException
                || failure instanceof FencedInstanceIdException
                || failure instanceof InvalidProducerEpochException
                || failure instanceof InvalidTopicException
                || failure instanceof OutOfOrderSequenceException
                || failure instanceof ProducerFencedException
                || failure instanceof SerializationException
                || failure instanceof UnsupportedVersionException;
    }

    private static boolean tooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof RecordBatchTooLargeException;
    }

    /** SmallRye hands over what Kafka threw, or what its own retry ended with and Kafka's as cause or suppressed. */
    private static Optional<Throwable> find(Throwable failure, java.util.function.Predicate<Throwable> kind) {
        if (kind.test(failure)) {
            return Optional.of(failure);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            Optional<Throwable> found = find(suppressed, kind);
            if (found.isPresent()) {
                return found;
            }
        }
        return failure.getCause() == null ? Optional.empty() : find(failure.getCause(), kind);
    }
}
