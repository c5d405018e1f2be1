package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.formula.FormulaText;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.grid.Styles;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import java.util.List;
import java.util.stream.Stream;

/** Writes the fields of CellData that a mask names into a cell; a field that is named and absent is cleared [DISC]. */
public final class CellPatch {

    private static final int MAX_TEXT = 50_000;
    private static final List<String> WRITABLE =
            List.of("userEnteredValue", "userEnteredFormat", "note", "dataValidation", "textFormatRuns");

    private final SpreadsheetModel model;
    private final Styles styles;

    public CellPatch(SpreadsheetModel model, Styles styles) {
        this.model = model;
        this.styles = styles;
    }

    /**
     * The mask of a request on cells.
     *
     * @throws ApiException 400 when it is missing or names what CellData has not
     */
    public static FieldMask mask(JsonNode request) {
        String text = request.path("fields").asText();
        if (text.isBlank()) {
            throw ApiException.invalid(
                    "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
        }
        return FieldMask.parse(text).check("CellData");
    }

    /** The cell after the patch. Formulas are entered as they stand, with references in canonical form. */
    public Cell apply(Cell cell, ObjectNode data, FieldMask mask) {
        return apply(cell, data, mask, 0, 0);
    }

    /** The same, with the relative references of a formula moved, as repeatCell does. */
    public Cell apply(Cell cell, ObjectNode data, FieldMask mask, int rowOffset, int columnOffset) {
        Cell result = cell;
        for (String field : WRITABLE) {
            if (!mask.selects(field)) {
                continue;
            }
            result = switch (field) {
                case "userEnteredValue" -> enter(result, data.path(field), rowOffset, columnOffset);
                case "userEnteredFormat" ->
                    result.withFormat(format(result.format(), data.path(field), mask.of(field)));
                case "note" -> result.withNote(data.has(field) ? data.get(field).asText() : null);
                case "dataValidation" ->
                    result.withValidation(data.has(field) ? styles.idOf((ObjectNode) data.get(field)) : 0);
                default -> result.withExtra(extra(result.extra(), field, data));
            };
        }
        return result;
    }

    private Cell enter(Cell cell, JsonNode value, int rowOffset, int columnOffset) {
        if (value.has("formulaValue")) {
            String formula = value.get("formulaValue").asText();
            if (!formula.startsWith("=")) {
                throw ApiException.invalid("Invalid formula: " + formula);
            }
            return cell.withFormula(FormulaText.offset(canonical(formula), rowOffset, columnOffset));
        }
        if (value.has("numberValue")) {
            return cell.withLiteral(
                    new CellValue.Number(value.get("numberValue").doubleValue()));
        }
        if (value.has("stringValue")) {
            String text = checked(value.get("stringValue").asText());
            return cell.withLiteral(text.isEmpty() ? null : new CellValue.Text(text));
        }
        if (value.has("boolValue")) {
            return cell.withLiteral(new CellValue.Bool(value.get("boolValue").booleanValue()));
        }
        if (value.has("errorValue")) {
            throw ApiException.invalid("Error values cannot be entered.");
        }
        return cell.withLiteral(null);
    }

    /** A formula with titles and references as they are [L3P]. */
    public String canonical(String formula) {
        return FormulaText.canonical(
                checked(formula),
                title -> model.sheet(title).map(SheetModel::title).orElse(title));
    }

    /** Refuses text above the limit of a cell [DOC]. */
    public static String checked(String text) {
        if (text.length() > MAX_TEXT) {
            throw ApiException.invalid(
                    "Your input contains more than the maximum of 50000 characters in a single cell.");
        }
        return text;
    }

    private int format(int before, JsonNode incoming, FieldMask mask) {
        ObjectNode given =
                incoming.isObject() ? Formats.complete((ObjectNode) incoming) : JsonNodeFactory.instance.objectNode();
        return styles.idOf(merged(styles.style(before), given, mask));
    }

    private static ObjectNode merged(ObjectNode before, ObjectNode given, FieldMask mask) {
        if (mask.selectsAll()) {
            return given;
        }
        ObjectNode result = before.deepCopy();
        for (String name : mask.names()) {
            for (String field :
                    Stream.of(name, Formats.partner(name)).distinct().toList()) {
                JsonNode value = given.get(field);
                FieldMask inner = mask.of(name);
                if (!inner.selectsAll() && name.equals(field)) {
                    ObjectNode below = result.path(field) instanceof ObjectNode o ? o : result.objectNode();
                    ObjectNode above = value instanceof ObjectNode o ? o : result.objectNode();
                    value = merged(below, above, inner);
                }
                if (value == null || (value.isEmpty() && value.isObject() && !field.startsWith("foreground"))) {
                    result.remove(field);
                } else {
                    result.set(field, value);
                }
            }
        }
        return result;
    }

    private int extra(int before, String field, ObjectNode data) {
        ObjectNode result = styles.style(before).deepCopy();
        if (data.has(field)) {
            result.set(field, data.get(field));
        } else {
            result.remove(field);
        }
        return styles.idOf(result);
    }
}
