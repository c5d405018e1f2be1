package dev.sheetway.schema.executor;

import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.planner.PlacementRisks;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.Shift;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a preview warns of: for a plan that pushes columns aside or drops some, the formulas of every tab. */
final class RiskReads {
    private final SheetReader reader;

    RiskReads(SheetReader reader) {
        this.reader = reader;
    }

    List<String> read(SheetSnapshot sheet, MigrationPlan plan) {
        List<String> warnings = new ArrayList<>();
        Shift.of(sheet, plan)
                .ifPresent(shift -> warnings.addAll(risks(sheet, shift).warnings()));
        Shift.ofDrops(sheet, plan)
                .ifPresent(shift -> warnings.addAll(risks(sheet, shift).warningsOfDrop()));
        return warnings;
    }

    private PlacementRisks risks(SheetSnapshot sheet, Shift shift) {
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
        return risks;
    }
}
