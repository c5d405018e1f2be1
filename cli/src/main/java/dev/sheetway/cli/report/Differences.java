package dev.sheetway.cli.report;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.Difference;
import java.util.stream.Collectors;

/** Differences in a line of text. */
public final class Differences {
    private static final int MOST = 20;

    private Differences() {}

    /** The first ones, and how many there are in all. */
    public static String text(Check check) {
        String first =
                check.differences().stream().limit(MOST).map(Differences::text).collect(Collectors.joining(", "));
        return check.differencesTotal() > MOST ? first + ", … " + check.differencesTotal() + " in all" : first;
    }

    private static String text(Difference difference) {
        String row = difference.row() == 0 ? "" : " row " + difference.row();
        return difference.column() + row + " " + difference.kind();
    }
}
