package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.poi.ss.usermodel.FormulaError;

/** Maps the error texts of a file ({@code #REF!}) to {@code ErrorValue} and back. */
final class Errors {
    private static final Map<String, String> TYPES = Map.of(
            "#NULL!", "NULL_VALUE",
            "#DIV/0!", "DIVIDE_BY_ZERO",
            "#VALUE!", "VALUE",
            "#REF!", "REF",
            "#NAME?", "NAME",
            "#NUM!", "NUM",
            "#N/A", "N_A");

    private Errors() {}

    static ObjectNode node(String text) {
        return Json.of("type", TYPES.getOrDefault(text, "ERROR")).put("message", text);
    }

    /** The code that a file can hold; a type that a file cannot hold becomes {@code #VALUE!}. */
    static FormulaError code(String type) {
        return switch (type) {
            case "NULL_VALUE" -> FormulaError.NULL;
            case "DIVIDE_BY_ZERO" -> FormulaError.DIV0;
            case "REF" -> FormulaError.REF;
            case "NAME" -> FormulaError.NAME;
            case "NUM" -> FormulaError.NUM;
            case "N_A" -> FormulaError.NA;
            default -> FormulaError.VALUE;
        };
    }
}
