package dev.sheetway.emulator.sheets;

import dev.sheetway.emulator.http.ApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values are rendered.
 *
 * @param value FORMATTED_VALUE, UNFORMATTED_VALUE or FORMULA
 * @param datesAsText whether dates among unformatted values come as text
 * @param columns whether the major dimension is COLUMNS
 */
record ValueRender(String value, boolean datesAsText, boolean columns) {

    static ValueRender of(@Nullable String value, @Nullable String dates, @Nullable String majorDimension) {
        String valueOption = check(
                "value_render_option",
                "ValueRenderOption",
                value,
                "FORMATTED_VALUE",
                List.of("FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"));
        String dateOption = check(
                "date_time_render_option",
                "DateTimeRenderOption",
                dates,
                "SERIAL_NUMBER",
                List.of("SERIAL_NUMBER", "FORMATTED_STRING"));
        String dimension = check(
                "major_dimension",
                "Dimension",
                majorDimension,
                "ROWS",
                List.of("DIMENSION_UNSPECIFIED", "ROWS", "COLUMNS"));
        return new ValueRender(valueOption, dateOption.equals("FORMATTED_STRING"), dimension.equals("COLUMNS"));
    }

    private static String check(
            String field, String type, @Nullable String value, String fallback, List<String> allowed) {
        if (value == null || value.isEmpty()) {
            return fallback;
        }
        if (!allowed.contains(value)) {
            throw ApiException.invalid("Invalid value at '" + field + "' (type.googleapis.com/google.apps.sheets.v4."
                    + type + "), \"" + value + "\"");
        }
        return value;
    }

    String majorDimension() {
        return columns ? "COLUMNS" : "ROWS";
    }
}
