package dev.sheetway.workspace.archive;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cell in a line: {@code null} for a cell with nothing at all, else an object with at most one content ({@code t} text,
 * {@code n} number, {@code b} boolean, {@code f} formula with {@code fe} the error it showed, {@code e} error value), the
 * number format {@code p} and {@code pt}, and the validation rule {@code v}.
 */
final class CellJson {
    private CellJson() {}

    static Json write(Cell cell) {
        Map<String, Json> fields = new LinkedHashMap<>();
        switch (cell.content()) {
            case CellContent.Blank blank -> {}
            case CellContent.Text text -> fields.put("t", new Json.Text(text.value()));
            case CellContent.Number number -> fields.put("n", new Json.Num(number.value()));
            case CellContent.Bool bool -> fields.put("b", new Json.Bool(bool.value()));
            case CellContent.Formula formula -> {
                fields.put("f", new Json.Text(formula.text()));
                if (!formula.error().isEmpty()) {
                    fields.put("fe", new Json.Text(formula.error()));
                }
            }
            case CellContent.ErrorValue error -> fields.put("e", new Json.Text(error.type()));
        }
        cell.format().ifPresent(format -> {
            fields.put("pt", new Json.Text(format.type()));
            fields.put("p", new Json.Text(format.pattern()));
        });
        cell.validation().ifPresent(rule -> fields.put("v", new Json.Text(rule)));
        return fields.isEmpty() ? new Json.Null() : new Json.Fields(fields);
    }

    static Cell read(Json json) {
        return switch (json) {
            case Json.Null n -> new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());
            case Json.Fields fields -> new Cell(content(fields), format(fields), text(fields, "v"));
            case Json.Text t -> throw notACell();
            case Json.Num n -> throw notACell();
            case Json.Bool b -> throw notACell();
            case Json.Items i -> throw notACell();
        };
    }

    private static CellContent content(Json.Fields fields) {
        if (fields.get("n") instanceof Json.Num number) {
            return new CellContent.Number(number.value());
        }
        if (fields.get("b") instanceof Json.Bool bool) {
            return new CellContent.Bool(bool.value());
        }
        Optional<String> error = text(fields, "fe");
        return text(fields, "t")
                .<CellContent>map(CellContent.Text::new)
                .or(() -> text(fields, "f").map(formula -> new CellContent.Formula(formula, error.orElse(""))))
                .or(() -> text(fields, "e").map(CellContent.ErrorValue::new))
                .orElse(CellContent.BLANK);
    }

    private static Optional<NumberFormat> format(Json.Fields fields) {
        return text(fields, "pt").map(type -> new NumberFormat(type, fields.text("p")));
    }

    private static Optional<String> text(Json.Fields fields, String name) {
        return fields.get(name) instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private static DamagedArchive notACell() {
        return new DamagedArchive("a cell: expected an object or null");
    }
}
