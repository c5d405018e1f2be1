package dev.sheetway.resilience;

import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.resilience.Feed.Stamped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Follows one migration of a {@link Feed}. */
final class Watch {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** How soon something that is not on the bus is seen. */
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Feed feed;
    private final MigrationId id;

    Watch(Feed feed, MigrationId id) {
        this.feed = feed;
        this.id = id;
    }

    /** The migration as far as its journal tells; empty before its first entry. */
    Optional<MigrationView> migration() {
        JournalView view = new JournalView();
        entries().forEach(stamped -> view.add(stamped.recorded()));
        return view.migration(id);
    }

    List<Stamped> entries() {
        return feed.entries(id);
    }

    void awaitCommanded(Leg leg) {
        await("command of " + leg, () -> entries().stream()
                .anyMatch(each -> each.entry() instanceof JournalEntry.StepCommanded && isOf(each.entry(), leg)));
    }

    /** The decision, not the service's event. */
    void awaitCompleted(Leg leg) {
        await("end of " + leg, () -> entries().stream()
                .anyMatch(each -> each.entry() instanceof JournalEntry.StepCompleted && isOf(each.entry(), leg)));
    }

    boolean hasStarted(Leg leg) {
        return feed.events(id).stream().anyMatch(event -> isOf(event, leg));
    }

    void awaitStarted(Leg leg) {
        await("start of " + leg, () -> hasStarted(leg));
    }

    /** The service's own event, before the orchestrator has seen it. */
    void awaitCompletionEvent(Leg leg) {
        await("completion event of " + leg, () -> feed.events(id).stream()
                .anyMatch(event -> event instanceof StepEvent.StepCompleted && isOf(event, leg)));
    }

    MigrationView awaitRest() {
        await(
                "end of the migration",
                () -> migration().filter(view -> view.outcome().isRest()).isPresent());
        return migration().orElseThrow();
    }

    /** As {@link #awaitRest}, for one that was paused when somebody asked for its resumption. */
    MigrationView awaitRestAfterResuming() {
        await("resumption", () -> entries().stream()
                .anyMatch(each -> each.entry() instanceof JournalEntry.MigrationResumed));
        return awaitRest();
    }

    /** From {@code kill} to the next completed step; empty when none followed. */
    Optional<Duration> toNextCompletion(Instant kill) {
        return entries().stream()
                .filter(each -> each.entry() instanceof JournalEntry.StepCompleted
                        || each.entry() instanceof JournalEntry.MigrationCompleted
                        || each.entry() instanceof JournalEntry.MigrationRolledBack)
                .map(Stamped::at)
                .filter(kill::isBefore)
                .findFirst()
                .map(at -> Duration.between(kill, at));
    }

    /** The step that was commanded last at {@code moment}; empty before the first. */
    Optional<Leg> legAt(Instant moment) {
        return entries().stream()
                .filter(each -> each.entry() instanceof JournalEntry.StepCommanded)
                .filter(each -> !each.at().isAfter(moment))
                .reduce((earlier, later) -> later)
                .map(each -> each.entry().header())
                .map(header -> new Leg(header.step().orElseThrow(), header.direction()));
    }

    void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + what + " of migration " + id + " within " + PATIENCE.toSeconds()
                        + " s; its journal: "
                        + entries().stream()
                                .map(each -> each.entry().getClass().getSimpleName() + " "
                                        + each.entry().header().state())
                                .toList());
            }
            feed.awaitMore(GLANCE);
        }
    }

    private static boolean isOf(JournalEntry entry, Leg leg) {
        return entry.header().step().equals(Optional.of(leg.step()))
                && entry.header().direction() == leg.direction();
    }

    private static boolean isOf(StepEvent event, Leg leg) {
        return event.header().step() == leg.step() && event.header().direction() == leg.direction();
    }
}
