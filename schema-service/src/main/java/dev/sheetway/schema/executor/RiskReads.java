package dev.sheetway.schema.executor;

import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.planner.PlacementRisks;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.Shift;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a preview warns of: for a plan that pushes columns aside, the formulas of every tab; else nothing. */
final class RiskReads {
    private final SheetReader reader;

    RiskReads(SheetReader reader) {
        this.reader = reader;
    }

    List<String> read(SheetSnapshot sheet, MigrationPlan plan) {
        Optional<Shift> shift = Shift.of(sheet, plan);
        return shift.map(found -> placement(sheet, found)).orElse(List.of());
    }

    private List<String> placement(SheetSnapshot sheet, Shift shift) {
        PlacementRisks risks = new PlacementRisks(sheet.tab(), shift);
        Workbook book = reader.open(sheet.spreadsheetId());
        risks.names(book.namedRanges());
        Map<Integer, Workbook.Tab> tabs = new HashMap<>();
        book.tabs().stream()
                .filter(tab -> tab.rowCount() > 0 && tab.columnCount() > 0)
                .forEach(tab -> tabs.put(tab.sheetId(), tab));
        List<GridArea> areas = tabs.values().stream()
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
        reader.scanAll(sheet.spreadsheetId(), areas, (area, row, cells) -> {
            Workbook.Tab tab = tabs.get(area.sheetId());
            if (tab != null) {
                risks.row(tab, row, area.startColumn(), cells);
            }
        });
        return risks.warnings();
    }
}
