package dev.sheetway.contracts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column header as people mean it: two headers are the same column when their normalised forms are equal.
 *
 * <p>The normal form drops case, accents (NFKD without combining marks), white space, {@code _} and {@code /}. The
 * reference system matched exactly and added columns twice; its readers normalised and lost one of them silently.
 */
public final class HeaderName {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}_/]+");

    private HeaderName() {}

    /** The form in which headers are compared; empty when nothing but ignored characters stand in it. */
    public static String normalise(String header) {
        String decomposed = Normalizer.normalize(header, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("");
        return IGNORED.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether both headers name the same column. */
    public static boolean same(String one, String other) {
        return normalise(one).equals(normalise(other));
    }
}
