package dev.sheetway.cli.output;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Recorded;
import java.util.List;

/** What was ever asked of one spreadsheet, for people: one line each, oldest first. */
public final class HistoryText {
    private HistoryText() {}

    public static String of(List<MigrationView> migrations) {
        if (migrations.isEmpty()) {
            return "nothing was ever asked of this spreadsheet";
        }
        Table table = new Table("WHEN", "WHAT", "PLAN", "FROM", "TO", "BY", "OUTCOME", "JOURNAL", "ID");
        migrations.forEach(each -> table.row(
                each.since().toString(),
                each.kind(),
                each.planName(),
                each.accepted().map(accepted -> accepted.plan().from()).orElse(""),
                each.accepted().map(accepted -> accepted.plan().to()).orElse(""),
                each.requestedBy(),
                each.outcome().wireName() + (each.backupsRemovedAt().isPresent() ? ", backups removed" : ""),
                offsets(each.entries()),
                each.id().toString()));
        return table.toString();
    }

    /** {@code topic-partition@first..last}. */
    private static String offsets(List<Recorded> entries) {
        Recorded.Place first = entries.getFirst().place();
        long last = entries.getLast().place().offset();
        return first + (last == first.offset() ? "" : ".." + last);
    }
}
