package dev.sheetway.cli.command;

import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.bus.RequestPublisher;
import dev.sheetway.cli.journal.JournalReader;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.wire.Partitions;
import java.time.Clock;
import java.util.function.Predicate;

/** Publishes a request and follows what comes of it. */
final class Publishing {
    private final Bus bus;
    private final ProgressDisplay display;

    Publishing(Bus bus, ProgressDisplay display) {
        this.bus = bus;
        this.display = display;
    }

    /** Publishes alone. */
    void send(Request request) {
        new RequestPublisher(bus, Clock.systemUTC()).publish(request);
    }

    /**
     * Publishes, then shows the journal until {@code enough}.
     *
     * @param seenBefore the request id may have been used before: then its migration is shown from its beginning
     */
    MigrationView follow(Request request, MigrationId id, boolean seenBefore, Predicate<MigrationView> enough) {
        try (JournalReader reader = new JournalReader(bus)) {
            int partition = Partitions.of(request.spreadsheetId().value(), reader.partitions());
            long before = reader.endOf(partition); // before publishing: nothing can be missed
            send(request);
            return new Follow(reader, display, id)
                    .until(
                            partition,
                            seenBefore ? 0 : before,
                            before,
                            view -> enough.test(view) || isRejected(view, request));
        }
    }

    /** Whether this very request was refused, whatever its migration does. */
    static boolean isRejected(MigrationView view, Request request) {
        return view.entries().stream()
                .map(recorded -> recorded.entry())
                .anyMatch(entry -> entry instanceof JournalEntry.MigrationRejected rejected
                        && rejected.requestId().equals(request.requestId()));
    }
}
