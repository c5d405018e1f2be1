package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.CellConversion;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.Optional;
import java.util.Set;

/** A constant in its new type. */
final class ConvertedCell {
    private static final Set<String> DAYS = Set.of("DATE", "DATE_TIME", "TIME");

    private ConvertedCell() {}

    /** Empty when it cannot be had without loss; blank stays blank. */
    static Optional<CellContent> of(Cell cell, ConvertColumn change) {
        boolean isDay =
                cell.format().map(format -> DAYS.contains(format.type())).orElse(false);
        return switch (cell.content()) {
            case CellContent.Blank blank -> Optional.of(blank);
            case CellContent.Text text -> convert(new Literal.Text(text.value()), isDay, change);
            case CellContent.Number number -> convert(new Literal.Number(number.value()), isDay, change);
            case CellContent.Bool bool -> convert(new Literal.Bool(bool.value()), isDay, change);
            case CellContent.Formula formula -> Optional.empty();
            case CellContent.ErrorValue error -> Optional.empty();
        };
    }

    private static Optional<CellContent> convert(Literal literal, boolean isDay, ConvertColumn change) {
        return CellConversion.convert(literal, isDay, change).map(ConvertedCell::content);
    }

    static CellContent content(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> new CellContent.Text(text.value());
            case Literal.Number number -> new CellContent.Number(number.value());
            case Literal.Bool bool -> new CellContent.Bool(bool.value());
        };
    }
}
