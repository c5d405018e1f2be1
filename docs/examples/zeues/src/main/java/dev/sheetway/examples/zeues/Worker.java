package dev.sheetway.examples.zeues;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Written {@code INICIALES(ID)}, such as {@code MR(93)}, in Armador, Soldador and Ocupado_Por alike. */
public record Worker(String initials, int id) {
    private static final Pattern WRITTEN = Pattern.compile("(\\p{Lu}{1,3})\\((\\d{1,6})\\)");

    public Worker {
        if (!WRITTEN.matcher(initials + "(" + id + ")").matches()) {
            throw new IllegalArgumentException("worker \"" + initials + "\", id " + id
                    + ": expected one to three capital letters and a number that is not negative");
        }
    }

    /**
     * Blank and the sentinel {@code -} are nobody.
     *
     * @throws IllegalArgumentException for anything else that is no worker
     */
    public static Optional<Worker> parse(String text) {
        String cell = text.strip();
        if (cell.isEmpty() || cell.equals("-")) {
            return Optional.empty();
        }
        Matcher matcher = WRITTEN.matcher(cell);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a worker of " + cell.length() + " characters: expected INICIALES(ID), \"-\" or blank");
        }
        return Optional.of(new Worker(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }

    @Override
    public String toString() {
        return initials + "(" + id + ")";
    }
}
