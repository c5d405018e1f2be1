package dev.sheetway.contracts.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * One cell's content in another native type; empty where something would be lost or guessed. The schema-service converts
 * with it and the verify-service knows by it what must stand there.
 */
public final class CellConversion {
    /** 1950-01-01 and 2100-01-01 as serial numbers: a number outside was never meant as a day. */
    private static final double FIRST_DAY = 18_264;

    private static final double LAST_DAY = 73_051;
    private static final Set<String> DAYS = Set.of("DATE", "DATE_TIME", "TIME");
    private static final Set<String> BARE = Set.of("General", "@", "0", "#", "#0", "##0", "###0");
    private static final double EXACT = 9_007_199_254_740_992d;

    private CellConversion() {}

    /**
     * @param isDay whether the cell is formatted as a date or a time: then its number is no number to people
     * @return the content in the new type, equal to {@code cell} when it has that type already
     */
    public static Optional<Literal> convert(Literal cell, boolean isDay, ConvertColumn change) {
        return convert(cell, isDay ? "DATE" : "", "", change);
    }

    /**
     * @param formatType Google's type of the number format that is set on the cell, and its {@code pattern}; empty texts:
     *     none set
     */
    public static Optional<Literal> convert(Literal cell, String formatType, String pattern, ConvertColumn change) {
        boolean isDay = DAYS.contains(formatType);
        return switch (change.to()) {
            case TEXT -> toText(cell, isDay, formatType, pattern);
            case INTEGER -> toNumber(cell, isDay, change).filter(CellConversion::isWhole);
            case NUMBER -> toNumber(cell, isDay, change);
            case BOOLEAN -> toBoolean(cell);
            case DATE -> toDay(cell, change).filter(CellConversion::isWhole);
            case DATETIME -> toDay(cell, change);
        };
    }

    private static boolean isWhole(Literal literal) {
        return literal instanceof Literal.Number number && number.value() == Math.rint(number.value());
    }

    private static Optional<Literal> toText(Literal cell, boolean isDay, String formatType, String pattern) {
        return switch (cell) {
            case Literal.Text text -> Optional.of(text);
            case Literal.Number number ->
                isDay || !isWhole(number) || Math.abs(number.value()) >= EXACT
                        ? Optional.empty()
                        : shown((long) number.value(), formatType, pattern).map(Literal.Text::new);
            case Literal.Bool bool -> Optional.empty();
        };
    }

    /** What people see: a text of it must not say less. Empty for a format that shows more than the digits. */
    private static Optional<String> shown(long number, String formatType, String pattern) {
        boolean bare = formatType.isEmpty() || formatType.equals("TEXT") || BARE.contains(pattern);
        if (bare) {
            return Optional.of(Long.toString(number));
        }
        if (!formatType.equals("NUMBER") || !pattern.matches("0{2,30}")) {
            return Optional.empty();
        }
        String digits = Long.toString(Math.abs(number));
        String zeros = "0".repeat(Math.max(0, pattern.length() - digits.length()));
        return Optional.of((number < 0 ? "-" : "") + zeros + digits);
    }

    private static Optional<Literal> toNumber(Literal cell, boolean isDay, ConvertColumn change) {
        return switch (cell) {
            case Literal.Number number -> isDay ? Optional.empty() : Optional.of(number);
            case Literal.Text text -> number(text.value(), change.decimal());
            case Literal.Bool bool -> Optional.empty();
        };
    }

    /** "007" stays text: a number would lose its zeros, and "12.50" its last digit only for people who measure. */
    private static Optional<Literal> number(String text, ConvertColumn.DecimalMark mark) {
        String plain = text.strip();
        String digits = mark == ConvertColumn.DecimalMark.COMMA ? plain.replace(',', '.') : plain;
        boolean foreign = mark == ConvertColumn.DecimalMark.COMMA && plain.contains(".");
        if (foreign || !digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(digits);
        double value = exact.doubleValue();
        return Math.abs(value) < EXACT && BigDecimal.valueOf(value).compareTo(exact) == 0
                ? Optional.of(new Literal.Number(value + 0.0))
                : Optional.empty();
    }

    private static Optional<Literal> toBoolean(Literal cell) {
        return switch (cell) {
            case Literal.Bool bool -> Optional.of(bool);
            case Literal.Text text
            when text.value().strip().equalsIgnoreCase("true") -> Optional.of(new Literal.Bool(true));
            case Literal.Text text
            when text.value().strip().equalsIgnoreCase("false") -> Optional.of(new Literal.Bool(false));
            case Literal.Text text -> Optional.empty();
            case Literal.Number number -> Optional.empty();
        };
    }

    private static Optional<Literal> toDay(Literal cell, ConvertColumn change) {
        return switch (cell) {
            case Literal.Number number ->
                number.value() >= FIRST_DAY && number.value() < LAST_DAY ? Optional.of(number) : Optional.empty();
            case Literal.Text text -> DateText.serial(text.value(), change.dateOrder());
            case Literal.Bool bool -> Optional.empty();
        };
    }
}
