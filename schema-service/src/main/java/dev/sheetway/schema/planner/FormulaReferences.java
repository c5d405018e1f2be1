package dev.sheetway.schema.planner;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a formula refers to a column. References that are texts ({@code INDIRECT}, {@code QUERY}) are not seen; a whole
 * row reaches every column and survives the loss of one, so it does not count.
 */
final class FormulaReferences {
    /** A text in a formula. */
    static final Pattern TEXT = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    /** Its groups: title of a tab; first and last column of an area that begins in a cell; the same of whole columns. */
    static final Pattern REFERENCE = Pattern.compile("(?:('(?:[^']|'')+'|[\\p{L}\\p{N}_.]+)!)?(?<![\\p{L}\\p{N}_.$])"
            + "(?:\\$?([A-Za-z]{1,3})\\$?\\d{1,8}(?::\\$?([A-Za-z]{1,3})\\$?\\d{0,8})?"
            + "|\\$?([A-Za-z]{1,3}):\\$?([A-Za-z]{1,3})\\d{0,8})(?![\\p{L}\\p{N}_(.])");

    private FormulaReferences() {}

    /**
     * @param ownTab title of the tab that the formula stands on
     * @param tab and {@code column}: what it may refer to, 0-based
     */
    static boolean reach(String formula, String ownTab, String tab, int column) {
        Matcher found = REFERENCE.matcher(TEXT.matcher(formula).replaceAll("\"\""));
        while (found.find()) {
            String title = title(found.group(1), ownTab);
            String first = found.group(2) == null ? found.group(4) : found.group(2);
            String last = found.group(2) == null ? found.group(5) : found.group(3);
            int start = index(first);
            int end = last == null ? start : index(last);
            if (title.equalsIgnoreCase(tab) && column >= Math.min(start, end) && column <= Math.max(start, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a formula refers to any column of a tab. */
    static boolean reachesTab(String formula, String ownTab, String tab) {
        Matcher found = REFERENCE.matcher(TEXT.matcher(formula).replaceAll("\"\""));
        while (found.find()) {
            if (title(found.group(1), ownTab).equalsIgnoreCase(tab)) {
                return true;
            }
        }
        return false;
    }

    /** @param quoted as it stands in a formula; none: {@code ownTab} */
    static String title(@Nullable String quoted, String ownTab) {
        if (quoted == null) {
            return ownTab;
        }
        return quoted.startsWith("'") ? quoted.substring(1, quoted.length() - 1).replace("''", "'") : quoted;
    }

    static int index(String letters) {
        int index = 0;
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            index = index * 26 + letter - 'A' + 1;
        }
        return index - 1;
    }
}
