package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.grid.Styles;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cell as CellData, and its value as {@code values} shows it. */
public final class CellJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Styles styles;
    /** Effective formats by the id of the entered one: the same few serve a whole sheet. */
    private final Map<Integer, ObjectNode> effective = new HashMap<>();

    public CellJson(Styles styles) {
        this.styles = styles;
    }

    /**
     * The selected fields of a cell.
     *
     * @throws ApiException 501 when the result of a formula is asked for that is not known
     */
    ObjectNode render(Cell cell, FieldMask mask) {
        ObjectNode json = JSON.objectNode();
        if (cell.hasContent()) {
            content(cell, mask, json);
        }
        if (cell.format() != 0 && mask.selects("userEnteredFormat")) {
            json.set("userEnteredFormat", styles.style(cell.format()));
        }
        if ((cell.hasContent() || cell.format() != 0) && mask.selects("effectiveFormat")) {
            json.set("effectiveFormat", effective.computeIfAbsent(cell.format(), this::effectiveFormat));
        }
        ObjectNode extra = styles.style(cell.extra());
        copy(extra, "hyperlink", mask, json);
        if (cell.note() != null && mask.selects("note")) {
            json.put("note", cell.note());
        }
        copy(extra, "textFormatRuns", mask, json);
        if (cell.validation() != 0 && mask.selects("dataValidation")) {
            json.set("dataValidation", styles.style(cell.validation()));
        }
        return json;
    }

    private ObjectNode effectiveFormat(int id) {
        return Formats.over(Formats.defaultFormat(), styles.style(id));
    }

    private static void copy(ObjectNode extra, String field, FieldMask mask, ObjectNode json) {
        JsonNode value = extra.get(field);
        if (value != null && mask.selects(field)) {
            json.set(field, value);
        }
    }

    private void content(Cell cell, FieldMask mask, ObjectNode json) {
        if (mask.selects("userEnteredValue")) {
            json.set("userEnteredValue", entered(cell));
        }
        if (mask.selects("effectiveValue")) {
            json.set("effectiveValue", extended(known(cell)));
        }
        if (mask.selects("formattedValue")) {
            String text = formatted(cell);
            if (!text.isEmpty()) {
                json.put("formattedValue", text);
            }
        }
    }

    private static ObjectNode entered(Cell cell) {
        if (cell.formula() != null) {
            return JSON.objectNode().put("formulaValue", cell.formula());
        }
        return cell.value() == null ? JSON.objectNode() : extended(cell.value());
    }

    private static ObjectNode extended(CellValue value) {
        ObjectNode json = JSON.objectNode();
        switch (value) {
            case CellValue.Number number -> json.set("numberValue", number(number.value()));
            case CellValue.Text text -> json.put("stringValue", text.value());
            case CellValue.Bool bool -> json.put("boolValue", bool.value());
            case CellValue.Failure failure ->
                json.putObject("errorValue").put("type", failure.type()).put("message", failure.message());
        }
        return json;
    }

    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }

    /** The value of a cell, or 501: results are never invented. */
    static CellValue known(Cell cell) {
        CellValue value = cell.value();
        if (value == null) {
            throw ApiException.notEmulated("the result of the formula " + cell.formula());
        }
        return value;
    }

    private JsonNode numberFormat(Cell cell) {
        return styles.style(cell.format()).path("numberFormat");
    }

    /** The text that the cell shows. */
    String formatted(Cell cell) {
        if (cell.shown() != null) {
            return cell.shown();
        }
        JsonNode format = numberFormat(cell);
        return NumberText.of(known(cell), format)
                .orElseThrow(() -> ApiException.notEmulated("FORMATTED_VALUE under the number format " + format));
    }

    /** The value as {@code values} shows it, or null for an empty cell. */
    @Nullable
    JsonNode value(Cell cell, ValueRender render) {
        if (!cell.hasContent()) {
            return null;
        }
        return switch (render.value()) {
            case "FORMULA" -> cell.formula() != null ? JSON.textNode(cell.formula()) : unformatted(cell, false);
            case "UNFORMATTED_VALUE" -> unformatted(cell, render.datesAsText());
            default -> JSON.textNode(formatted(cell));
        };
    }

    private JsonNode unformatted(Cell cell, boolean datesAsText) {
        return switch (known(cell)) {
            case CellValue.Number number ->
                datesAsText && NumberText.isDate(numberFormat(cell))
                        ? JSON.textNode(formatted(cell))
                        : number(number.value());
            case CellValue.Text text -> JSON.textNode(text.value());
            case CellValue.Bool bool -> JSON.booleanNode(bool.value());
            // an error comes as text with its explanation, #N/A without one [L3P]
            case CellValue.Failure failure ->
                JSON.textNode(
                        failure.message().isEmpty() || failure.type().equals("N_A")
                                ? failure.shown()
                                : failure.shown() + " (" + failure.message() + ")");
        };
    }
}
