package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tab's validation rules onto the cells of its used range. A custom formula stays as written for the first
 * cell of its rule, on every cell of it.
 */
final class ValidationImport {
    static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final XSSFSheet sheet;
    private final Losses losses;

    ValidationImport(XSSFSheet sheet, Losses losses) {
        this.sheet = sheet;
        this.losses = losses;
    }

    void put(Grid grid) {
        for (XSSFDataValidation validation : validations()) {
            ObjectNode rule = rule(validation);
            for (CellRangeAddress range : validation.getRegions().getCellRangeAddresses()) {
                if (rule != null) {
                    put(grid, range, rule);
                }
            }
        }
    }

    private List<XSSFDataValidation> validations() {
        try {
            return sheet.getDataValidations();
        } catch (IllegalArgumentException broken) {
            losses.add(sheet.getSheetName(), "validation that can not be read", String.valueOf(broken.getMessage()));
            return List.of();
        }
    }

    private static void put(Grid grid, CellRangeAddress range, ObjectNode rule) {
        int lastRow = Math.min(range.getLastRow(), grid.rowCount() - 1);
        int lastColumn = Math.min(range.getLastColumn(), grid.columnCount() - 1);
        for (int row = range.getFirstRow(); row <= lastRow; row++) {
            for (int column = range.getFirstColumn(); column <= lastColumn; column++) {
                grid.cell(row, column).set("dataValidation", rule);
            }
        }
    }

    private @Nullable ObjectNode rule(XSSFDataValidation validation) {
        ObjectNode condition = condition(validation.getValidationConstraint());
        if (condition == null) {
            losses.add(
                    sheet.getSheetName(),
                    "validation of a kind that Sheets has not",
                    validation.getRegions().getCellRangeAddresses()[0].formatAsString());
            return null;
        }
        ObjectNode rule = Json.of("condition", condition);
        String prompt = validation.getPromptBoxText();
        if (validation.getShowPromptBox() && prompt != null && !prompt.isEmpty()) {
            rule.put("inputMessage", prompt);
        }
        if (validation.getShowErrorBox() && validation.getErrorStyle() == ErrorStyle.STOP) {
            rule.put("strict", true);
        }
        // POI names the file's flag the wrong way round for .xlsx: true means that the arrow is shown.
        if (condition.path("type").asText().startsWith("ONE_OF_") && validation.getSuppressDropDownArrow()) {
            rule.put("showCustomUi", true);
        }
        return rule;
    }

    private @Nullable ObjectNode condition(DataValidationConstraint constraint) {
        return switch (constraint.getValidationType()) {
            case ValidationType.LIST -> list(constraint);
            case ValidationType.INTEGER -> {
                losses.add(sheet.getSheetName(), "whole-number validation made a number validation", "");
                yield compared(RuleTypes.number(constraint.getOperator()), constraint);
            }
            case ValidationType.DECIMAL -> compared(RuleTypes.number(constraint.getOperator()), constraint);
            case ValidationType.DATE ->
                isAnyDate(constraint)
                        ? Json.of("type", "DATE_IS_VALID")
                        : compared(RuleTypes.date(constraint.getOperator()), constraint);
            case ValidationType.FORMULA -> condition("CUSTOM_FORMULA", "=" + constraint.getFormula1());
            default -> null;
        };
    }

    private static ObjectNode list(DataValidationConstraint constraint) {
        String[] options = constraint.getExplicitListValues();
        return options == null
                ? condition("ONE_OF_RANGE", "=" + constraint.getFormula1())
                : condition("ONE_OF_LIST", options);
    }

    private static boolean isAnyDate(DataValidationConstraint constraint) {
        return constraint.getOperator() == OperatorType.GREATER_OR_EQUAL && "1".equals(constraint.getFormula1());
    }

    private static ObjectNode compared(String type, DataValidationConstraint constraint) {
        String first = operand(type, constraint.getFormula1());
        return RuleTypes.hasTwoValues(constraint.getOperator())
                ? condition(type, first, operand(type, constraint.getFormula2()))
                : condition(type, first);
    }

    private static String operand(String type, String formula) {
        if (!formula.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            return "=" + formula;
        }
        double number = Double.parseDouble(formula);
        return RuleTypes.isDate(type) && number == Math.rint(number)
                ? DAY_ZERO.plusDays((long) number).toString()
                : formula;
    }

    private static ObjectNode condition(String type, String... values) {
        ObjectNode condition = Json.of("type", type);
        ArrayNode operands = condition.putArray("values");
        for (String value : values) {
            operands.addObject().put("userEnteredValue", value);
        }
        return condition;
    }
}
