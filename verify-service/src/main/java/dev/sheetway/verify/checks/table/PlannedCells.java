package dev.sheetway.verify.checks.table;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Optional;

/** A planned column where it stands in the live table, and the judge of its cells: one byte per cell is kept. */
public final class PlannedCells {
    private static final int STATE = 0x0F;
    private static final int BAD_FORMAT = 0x10;
    private static final int BAD_VALIDATION = 0x20;
    private static final ValueState[] STATES = ValueState.values();

    private static final Cell NOTHING = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    private final PlannedColumn planned;
    private final int column;
    private final FormatRule format;

    PlannedCells(PlannedColumn planned, int column) {
        this.planned = planned;
        this.column = column;
        this.format = new FormatRule(planned.change());
    }

    public PlannedColumn planned() {
        return planned;
    }

    /** 0-based live column; -1 when the column is nowhere. */
    public int column() {
        return column;
    }

    public boolean found() {
        return column >= 0;
    }

    byte judge(List<Cell> cells) {
        Cell cell = column >= 0 && column < cells.size() ? cells.get(column) : NOTHING;
        int verdict = ValueState.of(cell.content(), planned).ordinal();
        if (planned.adopted()) {
            // adopting sets an anchor and nothing else
            return (byte) verdict;
        }
        return (byte) (verdict
                | (format.formatHolds(cell) ? 0 : BAD_FORMAT)
                | (format.validationHolds(cell) ? 0 : BAD_VALIDATION));
    }

    static ValueState state(byte verdict) {
        return STATES[verdict & STATE];
    }

    static boolean badFormat(byte verdict) {
        return (verdict & BAD_FORMAT) != 0;
    }

    static boolean badValidation(byte verdict) {
        return (verdict & BAD_VALIDATION) != 0;
    }
}
