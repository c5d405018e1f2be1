package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.CellConversion;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.Optional;

/** A constant in its new type. */
final class ConvertedCell {
    private ConvertedCell() {}

    /** Empty when it cannot be had without loss; blank stays blank. */
    static Optional<CellContent> of(Cell cell, ConvertColumn change) {
        return switch (cell.content()) {
            case CellContent.Blank blank -> Optional.of(blank);
            case CellContent.Text text -> convert(new Literal.Text(text.value()), cell, change);
            case CellContent.Number number -> convert(new Literal.Number(number.value()), cell, change);
            case CellContent.Bool bool -> convert(new Literal.Bool(bool.value()), cell, change);
            case CellContent.Formula formula -> Optional.empty();
            case CellContent.ErrorValue error -> Optional.empty();
        };
    }

    private static Optional<CellContent> convert(Literal literal, Cell cell, ConvertColumn change) {
        return CellConversion.convert(
                        literal,
                        cell.format().map(NumberFormat::type).orElse(""),
                        cell.format().map(NumberFormat::pattern).orElse(""),
                        change)
                .map(ConvertedCell::content);
    }

    static CellContent content(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> new CellContent.Text(text.value());
            case Literal.Number number -> new CellContent.Number(number.value());
            case Literal.Bool bool -> new CellContent.Bool(bool.value());
        };
    }
}
