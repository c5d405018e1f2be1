package dev.sheetway.contracts;

import java.util.regex.Pattern;

/**
 * Ties together what belongs to one migration, in the sense of <a href="https://www.w3.org/TR/trace-context/">W3C trace
 * context</a>: 32 lower-case hexadecimal digits, not all of them 0.
 */
public record TraceId(String value) {
    private static final Pattern SHAPE = Pattern.compile("(?!0{32})[0-9a-f]{32}");

    public TraceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("trace id: expected 32 lower-case hexadecimal digits, not all 0");
        }
    }

    /** Of a migration whose request brought none. */
    public static TraceId of(MigrationId migration) {
        return new TraceId(migration.toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
