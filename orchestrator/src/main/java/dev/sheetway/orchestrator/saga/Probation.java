package dev.sheetway.orchestrator.saga;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a completed migration is verified again.
 *
 * @param next when the next verification is due
 * @param every between two of them; the last one is due at {@code ends}
 */
public record Probation(Instant next, Duration every, Instant ends) {
    /** How often a migration is verified on probation, evenly spread. */
    static final int VERIFICATIONS = 4;

    /** Empty when the plan wants none. */
    static Optional<Probation> from(Instant completedAt, Duration whole) {
        Duration every = whole.dividedBy(VERIFICATIONS);
        return every.isZero()
                ? Optional.empty()
                : Optional.of(new Probation(completedAt.plus(every), every, completedAt.plus(whole)));
    }

    /** After a verification that began at {@code at}; those that were missed are not made up for. */
    Optional<Probation> after(Instant at) {
        Duration late = Duration.between(next, at);
        Instant later = late.isNegative() ? next : next.plus(every.multipliedBy(late.dividedBy(every) + 1));
        return later.isAfter(ends) ? Optional.empty() : Optional.of(new Probation(later, every, ends));
    }
}
