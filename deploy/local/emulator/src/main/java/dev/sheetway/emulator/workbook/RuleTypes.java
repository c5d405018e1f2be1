package dev.sheetway.emulator.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;

/** Pairs the operators of a file's validation rules with the {@code ConditionType}s of Sheets. */
final class RuleTypes {
    /** In the order of {@link OperatorType}: between, not between, equal, not equal, greater, less, at least, at most. */
    private static final List<String> NUMBER = List.of(
            "NUMBER_BETWEEN",
            "NUMBER_NOT_BETWEEN",
            "NUMBER_EQ",
            "NUMBER_NOT_EQ",
            "NUMBER_GREATER",
            "NUMBER_LESS",
            "NUMBER_GREATER_THAN_EQ",
            "NUMBER_LESS_THAN_EQ");

    private static final List<String> DATE = List.of(
            "DATE_BETWEEN",
            "DATE_NOT_BETWEEN",
            "DATE_EQ",
            "DATE_NOT_EQ",
            "DATE_AFTER",
            "DATE_BEFORE",
            "DATE_ON_OR_AFTER",
            "DATE_ON_OR_BEFORE");

    private RuleTypes() {}

    static String number(int operator) {
        return NUMBER.get(operator);
    }

    static String date(int operator) {
        return DATE.get(operator);
    }

    static boolean isNumber(String type) {
        return NUMBER.contains(type);
    }

    static boolean isDate(String type) {
        return DATE.contains(type);
    }

    static int operator(String type) {
        return Math.max(NUMBER.indexOf(type), DATE.indexOf(type));
    }

    static boolean hasTwoValues(int operator) {
        return operator == OperatorType.BETWEEN || operator == OperatorType.NOT_BETWEEN;
    }
}
