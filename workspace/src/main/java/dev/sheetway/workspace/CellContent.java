package dev.sheetway.workspace;

/** What somebody entered into a cell: a constant, a formula, or nothing. */
public sealed interface CellContent {

    /** Nothing: an absent cell, or an empty text. */
    record Blank() implements CellContent {}

    record Text(String value) implements CellContent {}

    record Number(double value) implements CellContent {}

    record Bool(boolean value) implements CellContent {}

    /**
     * @param text begins with {@code =}; as Google returns it, white space not yet normalised
     * @param error type of the error that it evaluates to, such as {@code REF}; empty text: none
     */
    record Formula(String text, String error) implements CellContent {}

    /** An error value entered as such. */
    record ErrorValue(String type) implements CellContent {}

    Blank BLANK = new Blank();

    default boolean isBlank() {
        return this instanceof Blank;
    }

    /** The text of a header or key cell: a number without a needless fraction, a formula's own text, "" when blank. */
    default String asText() {
        return switch (this) {
            case Blank b -> "";
            case Text t -> t.value();
            case Number n ->
                n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1e15
                        ? Long.toString((long) n.value())
                        : Double.toString(n.value());
            case Bool b -> b.value() ? "TRUE" : "FALSE";
            case Formula f -> f.text();
            case ErrorValue e -> "#" + e.type();
        };
    }
}
