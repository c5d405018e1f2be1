package dev.sheetway.contracts.check;

import java.util.List;

/**
 * One check.
 *
 * @param id such as {@code existing_data_intact}
 * @param expected and {@code actual}: counts and names, never a cell value
 * @param differences the first ones, at most {@link #MOST_DIFFERENCES}
 * @param differencesTotal how many there were in all
 */
public record Check(
        String id,
        boolean passed,
        String expected,
        String actual,
        List<Difference> differences,
        long differencesTotal) {
    public static final int MOST_DIFFERENCES = 200;

    public Check {
        differences = List.copyOf(differences);
    }
}
