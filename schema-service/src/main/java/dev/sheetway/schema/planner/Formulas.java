package dev.sheetway.schema.planner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The formulas of a spreadsheet that refer to the table, at one instant.
 *
 * @param headers of the table, by which references are understood
 * @param rows number of rows of each tab, by sheet id
 */
public record Formulas(List<String> headers, Map<Integer, Integer> rows, Map<Place, Entered> entered) {
    /** What becomes of a reference whose cells are deleted. */
    static final String BROKEN = "#REF!";

    public static final Formulas NONE = new Formulas(List.of(), Map.of(), Map.of());

    /** 0-based. */
    public record Place(int sheetId, int row, int column) {}

    /** @param tab title of the formula's own tab */
    public record Entered(String tab, String text) {}

    public Formulas {
        headers = List.copyOf(headers);
        rows = Map.copyOf(rows);
        entered = Map.copyOf(entered);
    }

    /** Which of them are worth keeping: those that refer to a tab of that title, and broken ones, which may have. */
    public static Predicate<Entered> referringTo(String title) {
        return entered ->
                entered.text().contains(BROKEN) || FormulaReferences.reachesTab(entered.text(), entered.tab(), title);
    }

    Optional<Entered> at(Place place) {
        return Optional.ofNullable(entered.get(place));
    }

    /** By header, as far as it is the only one of its text. */
    static Map<String, Integer> places(List<String> headers) {
        Map<String, Integer> places = new HashMap<>();
        for (int index = 0; index < headers.size(); index++) {
            String header = headers.get(index);
            if (!header.isBlank() && headers.indexOf(header) == headers.lastIndexOf(header)) {
                places.put(header, index);
            }
        }
        return places;
    }
}
