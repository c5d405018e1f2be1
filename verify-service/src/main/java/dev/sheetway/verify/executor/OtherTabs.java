package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.participant.Progress;
import dev.sheetway.verify.checks.ReferenceErrors;
import dev.sheetway.verify.checks.table.Differences;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Broken references on the tabs beside the plan's: what deleting a column does to formulas that people wrote on it since.
 * One more read (of bounded chunks); the backup's tabs only when there are any.
 */
final class OtherTabs {
    private final SheetReader reader;
    private final BackedUp backup;
    private final Progress progress;

    OtherTabs(SheetReader reader, BackedUp backup, Progress progress) {
        this.reader = reader;
        this.backup = backup;
        this.progress = progress;
    }

    /** Those that the backup does not have; tabs that are no part of the backup do not count. */
    Differences newReferenceErrors(SpreadsheetId id, Workbook workbook, int planSheetId) {
        List<GridArea> areas = workbook.tabs().stream()
                .filter(tab -> tab.sheetId() != planSheetId && tab.rowCount() > 0 && tab.columnCount() > 0)
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
        ReferenceErrors now = new ReferenceErrors();
        if (!areas.isEmpty()) {
            progress.report("reading the other tabs", 0, areas.size(), "tabs");
            reader.scanAll(id, areas, now);
        }
        return now.tabs().isEmpty() ? new Differences() : compare(now, workbook);
    }

    private Differences compare(ReferenceErrors now, Workbook workbook) {
        ReferenceErrors before = new ReferenceErrors();
        Set<Integer> backedUp = new BackupTable(reader, backup).readTabs(now.tabs(), before);
        Map<Integer, String> titles = new HashMap<>();
        workbook.tabs().stream()
                .filter(tab -> backedUp.contains(tab.sheetId()))
                .forEach(tab -> titles.put(tab.sheetId(), tab.title()));
        return now.beyond(before, titles);
    }
}
