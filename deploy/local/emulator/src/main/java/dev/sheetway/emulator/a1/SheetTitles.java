package dev.sheetway.emulator.a1;

import java.util.regex.Pattern;

/** Sheet titles inside A1 notation. */
public final class SheetTitles {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern LIKE_A1 = Pattern.compile("[A-Za-z]{1,3}[0-9]+");
    private static final Pattern LIKE_R1C1 = Pattern.compile("[Rr][0-9]+[Cc][0-9]+");

    private SheetTitles() {}

    /**
     * The title as Google prints it in a range: quoted with a space, a non-ASCII letter, a hyphen or an apostrophe, when it
     * starts with a digit, and when it looks like a cell [REC {@code 'D3'}][L3P for the others].
     */
    public static String quoted(String title) {
        boolean plain = PLAIN.matcher(title).matches()
                && !LIKE_A1.matcher(title).matches()
                && !LIKE_R1C1.matcher(title).matches();
        return plain ? title : "'" + title.replace("'", "''") + "'";
    }
}
