package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.plan.CellConversion;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.Optional;

/** What a cell of the backup holds once its column is converted; unchanged where it cannot be. */
final class ConvertedContent {
    private ConvertedContent() {}

    static CellContent of(Cell cell, ConvertColumn change) {
        String type = cell.format().map(NumberFormat::type).orElse("");
        String pattern = cell.format().map(NumberFormat::pattern).orElse("");
        Optional<Literal> literal =
                switch (cell.content()) {
                    case CellContent.Text text -> Optional.of(new Literal.Text(text.value()));
                    case CellContent.Number number -> Optional.of(new Literal.Number(number.value()));
                    case CellContent.Bool bool -> Optional.of(new Literal.Bool(bool.value()));
                    case CellContent.Blank blank -> Optional.empty();
                    case CellContent.Formula formula -> Optional.empty();
                    case CellContent.ErrorValue error -> Optional.empty();
                };
        return literal.flatMap(one -> CellConversion.convert(one, type, pattern, change))
                .map(ConvertedContent::content)
                .orElse(cell.content());
    }

    private static CellContent content(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> new CellContent.Text(text.value());
            case Literal.Number number -> new CellContent.Number(number.value());
            case Literal.Bool bool -> new CellContent.Bool(bool.value());
        };
    }
}
