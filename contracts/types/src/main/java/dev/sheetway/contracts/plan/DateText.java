package dev.sheetway.contracts.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Date texts as they stand in real sheets: {@code 20-01-2026}, {@code 20/1/26}, {@code 2026-01-20}, {@code 20-ene-2026},
 * each with or without a time {@code 11:33} or {@code 11:33:48}.
 */
final class DateText {
    /** Google's day 0. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final double SECONDS_PER_DAY = 86_400;
    /** Two digits mean 1970 to 2069. */
    private static final int CENTURY_TURNS = 70;

    /** Google shows no day before its epoch as one, and a year beyond these is a typing error. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    private static final String TIME = "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})([-/. ])(\\p{L}{3,4})\\.?\\2(\\d{4}|\\d{2})" + TIME);
    private static final List<Map<String, Integer>> MONTHS = List.of(
            months("ene feb mar abr may jun jul ago sep oct nov dic"),
            months("jan feb mar apr may jun jul aug sep oct nov dec"),
            Map.of("set", 9, "sept", 9));

    private DateText() {}

    private static Map<String, Integer> months(String names) {
        List<String> list = List.of(names.split(" "));
        return list.stream().collect(java.util.stream.Collectors.toMap(name -> name, name -> list.indexOf(name) + 1));
    }

    /** The serial number of the day, with the time of day as a fraction; empty when the text is no such date. */
    static Optional<Literal> serial(String text, ConvertColumn.DateOrder order) {
        String plain = text.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            return serial(yearFirst, number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
        }
        Matcher yearLast = YEAR_LAST.matcher(plain);
        if (yearLast.matches()) {
            boolean dayFirst = order == ConvertColumn.DateOrder.DAY_FIRST;
            int day = number(yearLast, dayFirst ? 1 : 3);
            int month = number(yearLast, dayFirst ? 3 : 1);
            return serial(yearLast, year(yearLast.group(4)), month, day);
        }
        Matcher named = NAMED.matcher(plain);
        return named.matches()
                ? month(named.group(3)).flatMap(month -> serial(named, year(named.group(4)), month, number(named, 1)))
                : Optional.empty();
    }

    private static Optional<Integer> month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return MONTHS.stream()
                .filter(months -> months.containsKey(lower))
                .map(months -> months.getOrDefault(lower, 0))
                .findFirst();
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < CENTURY_TURNS ? 2000 + year : 1900 + year;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Optional<Literal> serial(Matcher match, int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay() - EPOCH.toEpochDay();
            int seconds = match.group(5) == null
                    ? 0
                    : java.time.LocalTime.of(
                                    number(match, 5), number(match, 6), match.group(7) == null ? 0 : number(match, 7))
                            .toSecondOfDay();
            return Optional.of(new Literal.Number(days + seconds / SECONDS_PER_DAY));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
