package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import java.util.List;
import java.util.regex.Pattern;

/** {@code updateSpreadsheetProperties} [REC]. A title changes the file's name too. */
public final class SpreadsheetPropertiesKind {

    private static final List<String> FIELDS =
            List.of("title", "locale", "timeZone", "autoRecalc", "iterativeCalculationSettings", "spreadsheetTheme");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(_[A-Za-z0-9]{2,8})*");

    private SpreadsheetPropertiesKind() {}

    static void apply(BatchContext batch, ObjectNode request) {
        ObjectNode given = BatchContext.object(request, "properties");
        String fields = request.path("fields").asText();
        if (fields.isBlank()) {
            throw ApiException.invalid(
                    "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
        }
        FieldMask mask = FieldMask.parse(fields).check("SpreadsheetProperties");
        ObjectNode properties = batch.model().properties();
        for (String field : FIELDS) {
            JsonNode value = given.get(field);
            if (mask.selects(field) && !(mask.selectsAll() && value == null)) {
                if (value == null) {
                    throw ApiException.invalid("Invalid " + field + ".");
                }
                check(field, value);
                properties.set(field, value);
            }
        }
    }

    /** Refuses a locale that cannot be one [KNOW]. */
    public static void check(String field, JsonNode value) {
        if (field.equals("locale") && !LOCALE.matcher(value.asText()).matches()) {
            throw ApiException.invalid("Unsupported locale: " + value.asText());
        }
    }
}
