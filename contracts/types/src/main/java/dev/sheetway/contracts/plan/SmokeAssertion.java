package dev.sheetway.contracts.plan;

/**
 * A named assertion of a smoke suite.
 *
 * @param expression CEL; over {@link Scope#ROWS} it is evaluated for every real row with {@code row} (a map from
 *     normalised header to value) and must be true for each, over {@link Scope#HEADER} once with {@code header} (list of
 *     header texts), {@code columns} (their number) and {@code rows} (number of real rows)
 */
public record SmokeAssertion(String name, Scope scope, String expression) {
    public enum Scope {
        ROWS,
        HEADER;

        /** The key in plan files: lower case. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
