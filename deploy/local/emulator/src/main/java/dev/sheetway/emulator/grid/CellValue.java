package dev.sheetway.emulator.grid;

/** A value that a cell holds or shows. */
public sealed interface CellValue {

    /** A number; dates are numbers with a date format. */
    record Number(double value) implements CellValue {}

    /** Text. */
    record Text(String value) implements CellValue {}

    /** A truth value. */
    record Bool(boolean value) implements CellValue {}

    /** An error such as {@code #REF!}; {@code type} as in the API's ErrorType. */
    record Failure(String type, String message) implements CellValue {

        /** What a broken reference evaluates to [L3P text]. */
        public static final Failure REF = new Failure("REF", "Reference does not exist");

        /** The text that stands in the cell. */
        public String shown() {
            return switch (type) {
                case "NULL_VALUE" -> "#NULL!";
                case "DIVIDE_BY_ZERO" -> "#DIV/0!";
                case "VALUE" -> "#VALUE!";
                case "REF" -> "#REF!";
                case "NAME" -> "#NAME?";
                case "NUM" -> "#NUM!";
                case "N_A" -> "#N/A";
                case "LOADING" -> "Loading...";
                default -> "#ERROR!";
            };
        }
    }
}
