package dev.sheetway.orchestrator.saga;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is kept of a list, oldest first.
 *
 * @param forgotten the time of the newest element that was dropped for want of space, though not old enough
 */
record Memory<T>(List<T> kept, Optional<Instant> forgotten) {

    /**
     * @param passing whether an element is kept for a time only
     * @param most elements of those
     */
    static <T> Memory<T> of(List<T> all, Function<T, Instant> when, Predicate<T> passing, int most, Instant now) {
        Instant oldest = now.minus(SpreadsheetState.FORGOTTEN_AFTER);
        List<T> young = all.stream()
                .filter(each -> !passing.test(each) || when.apply(each).isAfter(oldest))
                .toList();
        long surplus = Math.max(0, young.stream().filter(passing).count() - most);
        if (surplus == 0) {
            return new Memory<>(young, Optional.empty());
        }
        List<T> dropped = young.stream().filter(passing).limit(surplus).toList();
        Optional<Instant> newest = dropped.stream().map(when).max(Instant::compareTo);
        return new Memory<>(
                young.stream().filter(each -> !dropped.contains(each)).toList(), newest);
    }
}
