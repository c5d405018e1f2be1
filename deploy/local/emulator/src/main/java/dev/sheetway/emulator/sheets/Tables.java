package dev.sheetway.emulator.sheets;

import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Cells;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the table that {@code values.append} appends to: the block of filled cells around the last filled cell of the range.
 * Blank rows and columns part blocks, so that a row {@code a,,c} ends in a table of one cell [REC].
 */
final class Tables {

    private final SheetModel sheet;
    private final BitSet[] filled;

    Tables(SheetModel sheet, Cells cells) {
        this.sheet = sheet;
        this.filled = new BitSet[sheet.rows().size()];
        for (int r = 0; r < filled.length; r++) {
            filled[r] = new BitSet();
            Row row = cells.row(sheet.uid(), sheet.rows().id(r));
            for (int c = 0; row.size() > 0 && c < sheet.columns().size(); c++) {
                filled[r].set(c, row.cell(sheet.columns().id(c)).hasContent());
            }
        }
    }

    Optional<Area> find(Area range) {
        for (int r = Math.min(range.endRow(), filled.length) - 1; r >= range.startRow(); r--) {
            int c = filled[r].previousSetBit(range.endColumn() - 1);
            if (c >= range.startColumn()) {
                return Optional.of(grown(new Area(r, r + 1, c, c + 1)));
            }
        }
        return Optional.empty();
    }

    private Area grown(Area seed) {
        Area area = seed;
        while (true) {
            int top =
                    area.startRow() - (any(area.startRow() - 1, area.startColumn() - 1, area.endColumn() + 1) ? 1 : 0);
            int bottom = area.endRow() + (any(area.endRow(), area.startColumn() - 1, area.endColumn() + 1) ? 1 : 0);
            int left = area.startColumn() - (anyInColumn(area, area.startColumn() - 1) ? 1 : 0);
            int right = area.endColumn() + (anyInColumn(area, area.endColumn()) ? 1 : 0);
            Area next = new Area(top, bottom, left, right);
            if (next.equals(area)) {
                return area;
            }
            area = next;
        }
    }

    private boolean any(int row, int startColumn, int endColumn) {
        if (row < 0 || row >= filled.length) {
            return false;
        }
        int next = filled[row].nextSetBit(Math.max(0, startColumn));
        return next >= 0 && next < endColumn;
    }

    private boolean anyInColumn(Area area, int column) {
        if (column < 0 || column >= sheet.columns().size()) {
            return false;
        }
        for (int r = Math.max(0, area.startRow() - 1); r < Math.min(filled.length, area.endRow() + 1); r++) {
            if (filled[r].get(column)) {
                return true;
            }
        }
        return false;
    }
}
