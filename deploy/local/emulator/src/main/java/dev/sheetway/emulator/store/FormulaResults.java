package dev.sheetway.emulator.store;

import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.RowCodec;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/**
 * What formulas showed that are no longer there. Nothing here evaluates a formula; who enters one again, letter by letter
 * on the same tab, sees what it showed there last. Google would evaluate it, with the same outcome while what it refers
 * to is the same, as after a restore [DOC]; changes of that never reach a result that came with an import either.
 */
final class FormulaResults {
    private static final int ONLY_COLUMN = 0;

    private final MVMap<String, byte[]> results;

    FormulaResults(MVMap<String, byte[]> results) {
        this.results = results;
    }

    /** Which tab a sheet's rows belong to; a tab that comes back under its id is the same one. */
    static final class Tabs {
        private final Map<Integer, String> byUid = new HashMap<>();

        void add(SpreadsheetModel model) {
            model.sheets().forEach(sheet -> byUid.put(sheet.uid(), model.id() + '/' + sheet.sheetId() + '/'));
        }

        private Optional<String> of(long key) {
            return Optional.ofNullable(byUid.get((int) (key >> 32)));
        }
    }

    /** Remembers the results that go away when {@code before} becomes {@code after}. */
    void forget(Tabs tabs, long key, Row before, Row after) {
        tabs.of(key)
                .ifPresent(tab -> before.map((column, cell) -> {
                    String formula = cell.formula();
                    if (formula != null
                            && !cell.isUnknown()
                            && !formula.equals(after.cell(column).formula())) {
                        Cell result = new Cell(formula, cell.value(), null, 0, 0, 0, null);
                        results.put(tab + formula, RowCodec.encode(Row.EMPTY.with(ONLY_COLUMN, result)));
                    }
                    return cell;
                }));
    }

    /** The row with the results that are remembered of formulas without one. */
    Row complete(Tabs tabs, long key, Row row) {
        return tabs.of(key)
                .map(tab -> row.map((column, cell) -> {
                    byte[] known = cell.isUnknown() ? results.get(tab + cell.formula()) : null;
                    return known == null
                            ? cell
                            : withResult(cell, RowCodec.decode(known).cell(ONLY_COLUMN));
                }))
                .orElse(row);
    }

    private static Cell withResult(Cell cell, Cell known) {
        return new Cell(
                cell.formula(), known.value(), null, cell.format(), cell.validation(), cell.extra(), cell.note());
    }
}
