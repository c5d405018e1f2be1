package dev.sheetway.contracts;

import java.util.regex.Pattern;

/**
 * The id of a Google spreadsheet as it stands in its URL; the key of every Sheetway topic.
 *
 * @param value 1 to 128 characters of {@code [A-Za-z0-9_-]}
 */
public record SpreadsheetId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    public SpreadsheetId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "spreadsheet id \"" + value + "\": expected 1 to 128 characters of A-Z a-z 0-9 _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
