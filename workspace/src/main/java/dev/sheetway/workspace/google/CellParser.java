package dev.sheetway.workspace.google;

import com.google.gson.stream.JsonReader;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code CellData}; shares equal formats and rules between cells, of which there may be 200,000 in memory. */
final class CellParser {
    /** Nothing at all: no content, no format, no validation. */
    static final Cell EMPTY = Cell.EMPTY;

    /** What of a cell is asked for. */
    static final String MASK =
            "userEnteredValue,effectiveValue(errorValue(type)),userEnteredFormat(numberFormat),dataValidation";

    static final String RESULTS = "effectiveValue(errorValue(type))";

    /** All that was entered, with what {@link Cell#look()} holds. */
    static final String MASK_OF_EVERYTHING =
            "userEnteredValue,userEnteredFormat,dataValidation," + Look.NOTE + "," + Look.RUNS;

    private final Map<String, Optional<String>> looks = new HashMap<>();
    private final Map<NumberFormat, Optional<NumberFormat>> formats = new HashMap<>();
    private final Map<String, Optional<String>> rules = new HashMap<>();

    Cell parse(JsonReader in) throws IOException {
        var fields = new Object() {
            CellContent content = CellContent.BLANK;
            String error = "";
            Optional<NumberFormat> format = Optional.empty();
            Optional<String> rule = Optional.empty();
            final Look look = new Look();
        };
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "userEnteredValue" -> fields.content = content(value);
                case "effectiveValue" -> fields.error = effectiveError(value);
                case "userEnteredFormat" -> fields.format = format(value, fields.look);
                case "dataValidation" ->
                    fields.rule = ValidationRule.read(value).flatMap(rule -> rules.computeIfAbsent(rule, Optional::of));
                case Look.NOTE, Look.RUNS -> fields.look.take(name, value);
                default -> value.skipValue();
            }
        });
        Optional<String> look = fields.look.json().flatMap(json -> looks.computeIfAbsent(json, Optional::of));
        CellContent content = fields.content instanceof CellContent.Formula formula && !fields.error.isEmpty()
                ? new CellContent.Formula(formula.text(), fields.error)
                : fields.content;
        return content.isBlank() && fields.format.isEmpty() && fields.rule.isEmpty() && look.isEmpty()
                ? EMPTY
                : new Cell(content, fields.format, fields.rule, look);
    }

    /** Reads {@code ExtendedValue}. */
    static CellContent content(JsonReader in) throws IOException {
        var result = new Object() {
            CellContent content = CellContent.BLANK;
        };
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "stringValue" -> result.content = text(value.nextString());
                case "numberValue" -> result.content = new CellContent.Number(value.nextDouble());
                case "boolValue" -> result.content = new CellContent.Bool(value.nextBoolean());
                case "formulaValue" -> result.content = new CellContent.Formula(value.nextString(), "");
                case "errorValue" -> result.content = new CellContent.ErrorValue(errorType(value));
                default -> value.skipValue();
            }
        });
        return result.content;
    }

    private static CellContent text(String value) {
        return value.isEmpty() ? CellContent.BLANK : new CellContent.Text(value);
    }

    private static String effectiveError(JsonReader in) throws IOException {
        var result = new Object() {
            String type = "";
        };
        JsonFields.object(in, (name, value) -> {
            if (name.equals("errorValue")) {
                result.type = errorType(value);
            } else {
                value.skipValue();
            }
        });
        return result.type;
    }

    private static String errorType(JsonReader in) throws IOException {
        var result = new Object() {
            String type = "ERROR_TYPE_UNSPECIFIED";
        };
        JsonFields.object(in, (name, value) -> {
            if (name.equals("type")) {
                result.type = value.nextString();
            } else {
                value.skipValue();
            }
        });
        return result.type;
    }

    private Optional<NumberFormat> format(JsonReader in, Look look) throws IOException {
        var result = new Object() {
            String type = "";
            String pattern = "";
        };
        JsonFields.object(in, (name, value) -> {
            if (name.equals("numberFormat")) {
                JsonFields.object(value, (field, text) -> {
                    switch (field) {
                        case "type" -> result.type = text.nextString();
                        case "pattern" -> result.pattern = text.nextString();
                        default -> text.skipValue();
                    }
                });
            } else {
                look.format(name, value);
            }
        });
        return result.type.isEmpty() && result.pattern.isEmpty()
                ? Optional.empty()
                : formats.computeIfAbsent(new NumberFormat(result.type, result.pattern), Optional::of);
    }
}
