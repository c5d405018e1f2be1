package dev.sheetway.emulator.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;

/**
 * Writes dates the way many hands did: most as real dates shown DD-MM-YYYY, the rest as text in four notations or as
 * bare serial numbers, some with a time of day.
 */
final class SpoolDates {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d/M/yy", Locale.ROOT);
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final Random random;
    private final SampleStyles styles;

    SpoolDates(Random random, SampleStyles styles) {
        this.random = random;
        this.styles = styles;
    }

    void write(Cells cells, String header, LocalDate day) {
        int hand = random.nextInt(100);
        if (hand < 82) {
            cells.number(header, serial(day), styles.date);
        } else if (hand < 87) {
            cells.text(header, SLASHES.format(day));
        } else if (hand < 91) {
            cells.text(header, SHORT.format(day));
        } else if (hand < 94) {
            cells.text(header, day.toString());
        } else if (hand < 96) {
            // Month names of a JDK follow its locale data; these must not.
            cells.text(
                    header,
                    String.format(
                            Locale.ROOT,
                            "%02d-%s-%d",
                            day.getDayOfMonth(),
                            MONTHS[day.getMonthValue() - 1],
                            day.getYear()));
        } else {
            double time = hand == 99 ? 0.4818 : 0;
            cells.number(header, serial(day) + time, styles.general);
        }
    }

    static double serial(LocalDate day) {
        return ChronoUnit.DAYS.between(DAY_ZERO, day);
    }
}
