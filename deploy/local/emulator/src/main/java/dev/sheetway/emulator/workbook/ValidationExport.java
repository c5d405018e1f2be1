package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Gathers the cells that share a validation rule into ranges, and writes each rule once. */
final class ValidationExport {
    private final XSSFSheet sheet;
    private final Losses losses;
    private final XSSFDataValidationHelper helper;
    private final Map<JsonNode, List<CellRangeAddress>> ranges = new LinkedHashMap<>();

    ValidationExport(XSSFSheet sheet, Losses losses) {
        this.sheet = sheet;
        this.losses = losses;
        this.helper = new XSSFDataValidationHelper(sheet);
    }

    /** Cells come row by row, so a range grows downwards from the cell above. */
    void put(int row, int column, JsonNode rule) {
        if (!rule.isObject()) {
            return;
        }
        List<CellRangeAddress> known = ranges.computeIfAbsent(rule, unused -> new ArrayList<>());
        for (int i = known.size() - 1; i >= 0; i--) {
            CellRangeAddress range = known.get(i);
            if (range.getFirstColumn() == column && range.getLastRow() == row - 1) {
                range.setLastRow(row);
                return;
            }
        }
        known.add(new CellRangeAddress(row, row, column, column));
    }

    void write() {
        ranges.forEach((rule, where) -> {
            DataValidationConstraint constraint = constraint(rule.path("condition"));
            if (constraint == null) {
                losses.add(
                        sheet.getSheetName(),
                        "validation that an .xlsx file can not hold",
                        rule.path("condition").path("type").asText() + " at "
                                + where.getFirst().formatAsString());
                return;
            }
            add(rule, constraint, where);
        });
    }

    private void add(JsonNode rule, DataValidationConstraint constraint, List<CellRangeAddress> where) {
        CellRangeAddressList addresses = new CellRangeAddressList();
        where.forEach(addresses::addCellRangeAddress);
        DataValidation validation = helper.createValidation(constraint, addresses);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(rule.path("strict").asBoolean());
        validation.setErrorStyle(rule.path("strict").asBoolean() ? ErrorStyle.STOP : ErrorStyle.WARNING);
        // POI names the flag the wrong way round for .xlsx: true shows the arrow.
        validation.setSuppressDropDownArrow(rule.path("showCustomUi").asBoolean());
        String message = rule.path("inputMessage").asText();
        if (!message.isEmpty()) {
            validation.createPromptBox("", message);
            validation.setShowPromptBox(true);
        }
        sheet.addValidationData(validation);
    }

    private @Nullable DataValidationConstraint constraint(JsonNode condition) {
        String type = condition.path("type").asText();
        JsonNode values = condition.path("values");
        try {
            return switch (type) {
                case "ONE_OF_LIST" -> list(values);
                case "ONE_OF_RANGE" -> helper.createFormulaListConstraint(formula(operand(values, 0)));
                case "CUSTOM_FORMULA" -> helper.createCustomConstraint(formula(operand(values, 0)));
                case "DATE_IS_VALID" -> helper.createDateConstraint(OperatorType.GREATER_OR_EQUAL, "1", null, null);
                default -> compared(type, values);
            };
        } catch (IllegalArgumentException tooLong) {
            return null;
        }
    }

    private @Nullable DataValidationConstraint compared(String type, JsonNode values) {
        if (!RuleTypes.isNumber(type) && !RuleTypes.isDate(type)) {
            return null;
        }
        int operator = RuleTypes.operator(type);
        String first = formula(operand(values, 0));
        String second = RuleTypes.hasTwoValues(operator) ? formula(operand(values, 1)) : null;
        return RuleTypes.isDate(type)
                ? helper.createDateConstraint(operator, first, second, null)
                : helper.createDecimalConstraint(operator, first, second);
    }

    private @Nullable DataValidationConstraint list(JsonNode values) {
        List<String> options = new ArrayList<>();
        for (JsonNode value : values) {
            options.add(value.path("userEnteredValue").asText());
        }
        boolean sayable = options.stream().noneMatch(option -> option.contains(",") || option.contains("\""));
        return sayable ? helper.createExplicitListConstraint(options.toArray(String[]::new)) : null;
    }

    private static String operand(JsonNode values, int index) {
        return values.path(index).path("userEnteredValue").asText();
    }

    private static String formula(String operand) {
        if (operand.startsWith("=")) {
            return operand.substring(1);
        }
        try {
            return Long.toString(ChronoUnit.DAYS.between(ValidationImport.DAY_ZERO, LocalDate.parse(operand)));
        } catch (DateTimeParseException notADate) {
            return operand;
        }
    }
}
