package dev.sheetway.schema.executor;

import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.schema.planner.Formulas;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the formulas of a spreadsheet before columns of it are deleted by their place: should the batch meet a neighbour,
 * no reading afterwards could tell what referred to it.
 */
final class FormulaReads {
    /** Some calls; of a bigger spreadsheet nothing is read. */
    private static final long MOST_CELLS = 1_000_000;

    private static final int MOST_FORMULAS = 200_000;
    private static final String OURS = "sheetway_";

    private final SheetReader reader;

    FormulaReads(SheetReader reader) {
        this.reader = reader;
    }

    /** Two calls and more, none where a rollback of {@code done} deletes no column. */
    Formulas beforeUndoing(Expanded done, SheetSnapshot sheet) {
        return done.columns().stream().allMatch(PlacedColumn::adopted) ? Formulas.NONE : read(sheet);
    }

    /** @return {@link Formulas#NONE} of a spreadsheet that is too big to be read */
    Formulas read(SheetSnapshot sheet) {
        Map<Integer, Workbook.Tab> tabs = reader.open(sheet.spreadsheetId()).tabs().stream()
                .filter(tab -> !tab.title().startsWith(OURS))
                .filter(tab -> tab.rowCount() > 0 && tab.columnCount() > 0)
                .collect(Collectors.toMap(Workbook.Tab::sheetId, tab -> tab));
        List<GridArea> areas = tabs.values().stream()
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
        long cells = areas.stream()
                .mapToLong(area -> (long) area.endRow() * area.endColumn())
                .sum();
        if (cells > MOST_CELLS || areas.isEmpty()) {
            return Formulas.NONE;
        }
        Map<Formulas.Place, Formulas.Entered> found = new HashMap<>();
        Predicate<Formulas.Entered> refers = Formulas.referringTo(sheet.tab().title());
        reader.scanAll(sheet.spreadsheetId(), areas, SheetReader.Rows.ENTERED, (area, row, read) -> {
            String title =
                    tabs.containsKey(area.sheetId()) ? tabs.get(area.sheetId()).title() : "";
            for (int i = 0; i < read.size() && found.size() <= MOST_FORMULAS; i++) {
                Cell cell = read.get(i);
                if (cell.content() instanceof CellContent.Formula formula) {
                    Formulas.Entered entered = new Formulas.Entered(title, formula.text());
                    if (refers.test(entered)) {
                        found.put(new Formulas.Place(area.sheetId(), row, area.startColumn() + i), entered);
                    }
                }
            }
        });
        Map<Integer, Integer> rows =
                tabs.values().stream().collect(Collectors.toMap(Workbook.Tab::sheetId, Workbook.Tab::rowCount));
        return found.size() > MOST_FORMULAS
                ? Formulas.NONE
                : new Formulas(sheet.header().texts(), rows, found);
    }
}
