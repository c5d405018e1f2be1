package dev.sheetway.workspace.restore;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.ArchiveHeader.ArchivedTab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes room for a backup: tabs that are gone come back under their ids, titles are as before, grids are at least as large.
 * Nothing is deleted: rows, columns and tabs that came since stay.
 */
final class Shape {
    private Shape() {}

    static List<Effect> effects(Workbook now, List<ArchivedTab> tabs) {
        List<Effect> effects = new ArrayList<>();
        for (ArchivedTab tab : tabs) {
            if (tab.rows() == 0 || tab.columns() == 0) {
                continue; // a chart or a data source: no cells
            }
            Optional<Workbook.Tab> found = now.tab(tab.sheetId());
            if (found.isEmpty()) {
                requireFree(now, tab);
                effects.add(new Effect.AddTab(tab.sheetId(), tab.title(), tab.rows(), tab.columns(), false));
            } else {
                adapt(effects, now, found.get(), tab);
            }
        }
        return effects;
    }

    private static void adapt(List<Effect> effects, Workbook now, Workbook.Tab found, ArchivedTab tab) {
        if (!found.title().equals(tab.title())) {
            requireFree(now, tab);
            effects.add(new Effect.RenameTab(tab.sheetId(), tab.title()));
        }
        if (found.rowCount() < tab.rows()) {
            effects.add(new Effect.InsertRows(tab.sheetId(), found.rowCount(), tab.rows() - found.rowCount(), true));
        }
        if (found.columnCount() < tab.columns()) {
            effects.add(new Effect.InsertColumns(
                    tab.sheetId(), found.columnCount(), tab.columns() - found.columnCount(), true));
        }
    }

    private static void requireFree(Workbook now, ArchivedTab tab) {
        now.tab(tab.title()).filter(other -> other.sheetId() != tab.sheetId()).ifPresent(other -> {
            throw new GatewayException(Failure.of(
                    FailureClass.PAUSE,
                    "tab-replaced",
                    "spreadsheet \"" + now.id() + "\" has a tab \"" + other.title() + "\" (id " + other.sheetId()
                            + ") that is not the one of that title in the backup (id " + tab.sheetId()
                            + "): expected the title to be free; this attempt wrote nothing; give the new tab another"
                            + " title, then resume"));
        });
    }
}
