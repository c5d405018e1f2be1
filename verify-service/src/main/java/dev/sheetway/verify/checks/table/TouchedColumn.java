package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column that was there and has a declared type or rule now.
 *
 * @param type a column of that type and format; empty: any
 * @param rule that each cell must have; empty: any
 */
public record TouchedColumn(String name, Optional<AddColumn> type, Optional<SetValidation.Rule> rule) {
    static final Cell NOTHING = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());
    static final int BAD_TYPE = 1;
    static final int BAD_FORMAT = 2;
    static final int BAD_RULE = 4;

    static TouchedColumn converted(String name, ConvertColumn change) {
        return new TouchedColumn(
                name, Optional.of(column(name, change.to(), change.format(), Optional.empty())), Optional.empty());
    }

    static TouchedColumn validated(String name, SetValidation change) {
        return new TouchedColumn(name, Optional.empty(), Optional.of(change.rule()));
    }

    private static AddColumn column(String name, ColumnType type, Optional<String> format, Optional<String> pattern) {
        return new AddColumn(name, type, Optional.empty(), format, pattern, Optional.empty(), Optional.empty(), false);
    }

    /** Blank cells need neither type nor format: people clear them with their format. */
    byte judge(int column, List<Cell> cells) {
        Cell cell = column >= 0 && column < cells.size() ? cells.get(column) : NOTHING;
        int verdict = 0;
        if (type.isPresent() && !cell.content().isBlank()) {
            PlannedColumn planned = new PlannedColumn(type.get(), OptionalInt.empty(), true);
            verdict |= ValueState.of(cell.content(), planned) == ValueState.AS_PLANNED ? 0 : BAD_TYPE;
            verdict |= new FormatRule(type.get()).formatHolds(cell) ? 0 : BAD_FORMAT;
        }
        if (rule.isPresent()) {
            boolean holds = RuleOfCell.holds(rule.get(), cell.validation());
            verdict |= holds ? 0 : BAD_RULE;
        }
        return (byte) verdict;
    }
}
