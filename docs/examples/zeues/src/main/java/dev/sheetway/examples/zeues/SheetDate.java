package dev.sheetway.examples.zeues;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as they stand in the sheet: serial numbers since 1899-12-30, and texts of many hands. */
final class SheetDate {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final List<DateTimeFormatter> WRITTEN = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d-M-uuuu"),
            DateTimeFormatter.ofPattern("d/M/uuuu"),
            new DateTimeFormatterBuilder()
                    .appendPattern("d/M/")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .toFormatter(Locale.ROOT),
            DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH));

    private SheetDate() {}

    /**
     * @param cell text or number; blank and {@code -} are no date
     * @throws IllegalArgumentException for anything else that is no date
     */
    static Optional<LocalDate> read(Object cell) {
        return switch (cell) {
            case Number serial -> Optional.of(EPOCH.plusDays((long) Math.floor(serial.doubleValue())));
            case String text when text.isBlank() || text.strip().equals("-") -> Optional.empty();
            case String text -> Optional.of(parse(text.strip()));
            default -> throw new IllegalArgumentException("a date that is neither text nor number");
        };
    }

    private static LocalDate parse(String text) {
        for (DateTimeFormatter format : WRITTEN) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException another) {
                continue;
            }
        }
        throw new IllegalArgumentException("a date of " + text.length() + " characters: expected one of DD-MM-YYYY,"
                + " DD/MM/YYYY, D/M/YY, YYYY-MM-DD, DD-Mon-YYYY or a serial number");
    }
}
