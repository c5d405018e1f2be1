package dev.sheetway.emulator.sheets;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a serial date under a date pattern. Day 0 is 1899-12-30 [DOC; REC 43831 is 2020-01-01]. */
final class DateText {

    private static final Pattern TOKEN =
            Pattern.compile("(?i)y+|m+|d+|h+|s+|am/pm|a/p|\"[^\"]*\"|\\\\.|[-/., :]|\\.0+");
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final long SECONDS_PER_DAY = 86_400;

    private DateText() {}

    /** The text, or empty for a pattern that is not covered. */
    static Optional<String> of(double serial, String pattern) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(pattern);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group());
            end = matcher.end();
        }
        if (end != pattern.length()) {
            return Optional.empty();
        }
        LocalDateTime time = DAY_ZERO.plusSeconds(Math.round(serial * SECONDS_PER_DAY));
        boolean half =
                tokens.stream().anyMatch(token -> token.toLowerCase(Locale.ROOT).startsWith("a"));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> part = part(tokens, i, time, half);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.get());
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> part(List<String> tokens, int index, LocalDateTime time, boolean half) {
        String token = tokens.get(index);
        String lower = token.toLowerCase(Locale.ROOT);
        int length = token.length();
        return switch (lower.charAt(0)) {
            case 'y' -> Optional.of(length <= 2 ? padded(time.getYear() % 100, 2) : Integer.toString(time.getYear()));
            case 'd' ->
                switch (length) {
                    case 1, 2 -> Optional.of(padded(time.getDayOfMonth(), length));
                    case 3 -> Optional.of(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US));
                    case 4 -> Optional.of(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US));
                    default -> Optional.empty();
                };
            case 'm' -> isMinute(tokens, index) ? Optional.of(padded(time.getMinute(), length)) : month(time, length);
            case 'h' -> Optional.of(padded(half ? (time.getHour() + 11) % 12 + 1 : time.getHour(), length));
            case 's' -> Optional.of(padded(time.getSecond(), length));
            case 'a' ->
                Optional.of(
                        lower.equals("am/pm")
                                ? (time.getHour() < 12 ? "AM" : "PM")
                                : (time.getHour() < 12 ? "A" : "P"));
            case '"' -> Optional.of(token.substring(1, length - 1));
            case '\\' -> Optional.of(token.substring(1));
            case '.' -> length == 1 ? Optional.of(".") : Optional.empty();
            default -> Optional.of(token);
        };
    }

    private static Optional<String> month(LocalDateTime time, int length) {
        return switch (length) {
            case 1, 2 -> Optional.of(padded(time.getMonthValue(), length));
            case 3 -> Optional.of(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.US));
            case 4 -> Optional.of(time.getMonth().getDisplayName(TextStyle.FULL, Locale.US));
            default -> Optional.empty();
        };
    }

    /** {@code m} is a minute next to an hour before it or a second after it. */
    private static boolean isMinute(List<String> tokens, int index) {
        for (int i = index - 1; i >= 0; i--) {
            char c = Character.toLowerCase(tokens.get(i).charAt(0));
            if (Character.isLetter(c)) {
                if (c == 'h') {
                    return true;
                }
                break;
            }
        }
        for (int i = index + 1; i < tokens.size(); i++) {
            char c = Character.toLowerCase(tokens.get(i).charAt(0));
            if (Character.isLetter(c)) {
                return c == 's';
            }
        }
        return false;
    }

    private static String padded(int value, int length) {
        return length > 1 && value < 10 ? "0" + value : Integer.toString(value);
    }
}
