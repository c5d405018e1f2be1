package dev.sheetway.orchestrator.saga;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is kept of a list, oldest first.
 *
 * @param forgotten the time of the newest element that was dropped, for its age or for want of space
 */
record Memory<T>(List<T> kept, Optional<Instant> forgotten) {

    /**
     * @param passing whether an element is kept for a time only
     * @param most elements of those
     */
    static <T> Memory<T> of(List<T> all, Function<T, Instant> when, Predicate<T> passing, int most, Instant now) {
        Instant oldest = now.minus(SpreadsheetState.FORGOTTEN_AFTER);
        Predicate<T> expired = each -> passing.test(each) && !when.apply(each).isAfter(oldest);
        List<T> young = all.stream().filter(expired.negate()).toList();
        long surplus = Math.max(0, young.stream().filter(passing).count() - most);
        List<T> dropped = young.stream().filter(passing).limit(surplus).toList();
        List<T> kept = dropped.isEmpty()
                ? young
                : young.stream().filter(each -> !dropped.contains(each)).toList();
        Optional<Instant> newest = Stream.concat(all.stream().filter(expired), dropped.stream())
                .map(when)
                .max(Instant::compareTo);
        return new Memory<>(kept, newest);
    }
}
