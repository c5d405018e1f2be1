package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.journal.JournalReader;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.Partitions;
import java.util.List;
import java.util.stream.Collectors;

/** Looks migrations up in the journal. */
final class Migrations {
    private static final int MOST_NAMED = 4;

    private Migrations() {}

    static JournalView all(Bus bus) {
        JournalView view = new JournalView();
        try (JournalReader reader = new JournalReader(bus)) {
            reader.readAll(view::add);
        }
        return view;
    }

    static JournalView of(Bus bus, SpreadsheetId spreadsheet) {
        JournalView view = new JournalView();
        try (JournalReader reader = new JournalReader(bus)) {
            reader.readPartition(Partitions.of(spreadsheet.value(), reader.partitions()), recorded -> {
                if (recorded.entry().header().spreadsheetId().equals(spreadsheet)) {
                    view.add(recorded);
                }
            });
        }
        return view;
    }

    /** @throws CliFailure ({@link Exit#USAGE}) when no migration has that id, or several begin so */
    static MigrationView find(JournalView view, String idOrBeginning) {
        List<MigrationView> found = view.startingWith(idOrBeginning.toLowerCase(java.util.Locale.ROOT));
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new CliFailure(
                Exit.USAGE,
                "migration \"" + idOrBeginning
                        + "\": expected the id of one migration in the journal, or its beginning; found " + found.size()
                        + named(found) + "; ./sheetway status lists them");
    }

    private static String named(List<MigrationView> found) {
        String first = found.stream()
                .limit(MOST_NAMED)
                .map(each ->
                        each.id() + " (" + each.kind() + ", " + each.outcome().wireName() + ")")
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "" : ": " + first + (found.size() > MOST_NAMED ? ", …" : "");
    }
}
