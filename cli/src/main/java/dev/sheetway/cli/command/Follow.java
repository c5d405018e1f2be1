package dev.sheetway.cli.command;

import dev.sheetway.cli.journal.JournalReader;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.contracts.MigrationId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows one migration in the journal until it comes to what somebody waits for. */
final class Follow {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JournalReader reader;
    private final ProgressDisplay display;
    private final MigrationId id;
    private final JournalView view = new JournalView();

    Follow(JournalReader reader, ProgressDisplay display, MigrationId id) {
        this.reader = reader;
        this.display = display;
        this.id = id;
    }

    /**
     * Shows every entry from {@code offset} on. What happened before {@code present} does not end it: a migration that
     * was paused and resumed goes on.
     *
     * @param enough asked after each entry from {@code present} on
     */
    MigrationView until(int partition, long offset, long present, Predicate<MigrationView> enough) {
        reader.seek(partition, offset);
        Optional<MigrationView> reached = presently(partition, present, enough);
        long silentSince = System.nanoTime();
        boolean advised = false;
        while (reached.isEmpty()) {
            for (Recorded recorded : reader.poll()) {
                if (isOurs(recorded)) {
                    take(recorded);
                    silentSince = System.nanoTime();
                    reached = reached.or(() -> view.migration(id).filter(enough));
                }
            }
            if (!advised && view.migration(id).isEmpty() && silence(silentSince).compareTo(PATIENCE) > 0) {
                advised = true;
                display.say("no answer yet: the request is stored; it is taken up as soon as the orchestrator runs"
                        + " (./sheetway ps)");
            }
        }
        return reached.get();
    }

    private Optional<MigrationView> presently(int partition, long present, Predicate<MigrationView> enough) {
        while (reader.position(partition) < present) {
            reader.poll().stream().filter(this::isOurs).forEach(this::take);
        }
        return view.migration(id).filter(enough);
    }

    private boolean isOurs(Recorded recorded) {
        return recorded.entry().header().migrationId().equals(id);
    }

    private void take(Recorded recorded) {
        view.add(recorded);
        display.show(recorded);
    }

    private static Duration silence(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
