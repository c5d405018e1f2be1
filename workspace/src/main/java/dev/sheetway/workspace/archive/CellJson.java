package dev.sheetway.workspace.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.Optional;

/**
 * A cell in a line: {@code null} for a cell with nothing at all, else an object with at most one content ({@code t} text,
 * {@code n} number, {@code b} boolean, {@code f} formula with {@code fe} the error it showed, {@code e} error value), the
 * number format {@code p} and {@code pt}, the validation rule {@code v}, and {@code l}, what else it looks like.
 */
final class CellJson {
    private CellJson() {}

    static JsonNode write(Cell cell) {
        ObjectNode fields = Lines.object();
        switch (cell.content()) {
            case CellContent.Blank blank -> {}
            case CellContent.Text text -> fields.put("t", text.value());
            case CellContent.Number number -> fields.set("n", Lines.number(number.value()));
            case CellContent.Bool bool -> fields.put("b", bool.value());
            case CellContent.Formula formula -> {
                fields.put("f", formula.text());
                if (!formula.error().isEmpty()) {
                    fields.put("fe", formula.error());
                }
            }
            case CellContent.ErrorValue error -> fields.put("e", error.type());
        }
        cell.format().ifPresent(format -> fields.put("pt", format.type()).put("p", format.pattern()));
        cell.validation().ifPresent(rule -> fields.put("v", rule));
        cell.look().ifPresent(look -> fields.put("l", look));
        return fields.isEmpty() ? NullNode.getInstance() : fields;
    }

    static Cell read(JsonNode json) {
        if (json.isNull()) {
            return new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());
        }
        if (json.isObject()) {
            return new Cell(content(json), format(json), text(json, "v"), text(json, "l"));
        }
        throw new DamagedArchive("a cell: expected an object or null");
    }

    private static CellContent content(JsonNode fields) {
        if (fields.path("n").isNumber()) {
            return new CellContent.Number(fields.path("n").doubleValue());
        }
        if (fields.path("b").isBoolean()) {
            return new CellContent.Bool(fields.path("b").booleanValue());
        }
        Optional<String> error = text(fields, "fe");
        return text(fields, "t")
                .<CellContent>map(CellContent.Text::new)
                .or(() -> text(fields, "f").map(formula -> new CellContent.Formula(formula, error.orElse(""))))
                .or(() -> text(fields, "e").map(CellContent.ErrorValue::new))
                .orElse(CellContent.BLANK);
    }

    private static Optional<NumberFormat> format(JsonNode fields) {
        return text(fields, "pt").map(type -> new NumberFormat(type, Lines.text(fields, "p")));
    }

    private static Optional<String> text(JsonNode fields, String name) {
        return Optional.ofNullable(fields.path(name).textValue());
    }
}
