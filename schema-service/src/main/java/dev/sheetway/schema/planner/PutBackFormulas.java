package dev.sheetway.schema.planner;

import dev.sheetway.schema.planner.Formulas.Place;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Enters formulas again that referred to a column which a batch deleted by mistake and which comes back: a broken reference
 * never heals, and a range that lost an end stays short. What stands there now must be that formula but for references;
 * a formula that also refers to columns which nobody can tell, by a header of their own, stays as it is.
 */
final class PutBackFormulas {
    private final SheetSnapshot sheet;
    private final Formulas before;
    private final Formulas now;
    private final Map<String, Integer> places;

    /** @param headers of the table once the columns are back */
    PutBackFormulas(SheetSnapshot sheet, KeptCells cells, List<String> headers) {
        this.sheet = sheet;
        this.before = cells.before();
        this.now = cells.now();
        this.places = Formulas.places(headers);
    }

    /** @param back headers of the columns that come back */
    List<Effect> effects(Set<String> back) {
        Set<Integer> lost = new HashSet<>();
        Formulas.places(before.headers()).forEach((header, index) -> {
            if (back.contains(header)) {
                lost.add(index);
            }
        });
        Map<Place, String> texts = new HashMap<>();
        before.entered().forEach((place, entered) -> {
            boolean reaches = lost.stream()
                    .anyMatch(column -> FormulaReferences.reach(
                            entered.text(), entered.tab(), sheet.tab().title(), column));
            if (reaches && !(isOnTable(place) && lost.contains(place.column()))) {
                text(place, entered).ifPresent(text -> place(place, places).ifPresent(at -> texts.put(at, text)));
            }
        });
        return writes(texts);
    }

    private boolean isOnTable(Place place) {
        return place.sheetId() == sheet.tab().sheetId();
    }

    /** As it has to be; empty: what stands there now is another one, or cannot be told. */
    private Optional<String> text(Place place, Formulas.Entered entered) {
        boolean sameRows = Optional.ofNullable(before.rows().get(place.sheetId()))
                .equals(Optional.ofNullable(now.rows().get(place.sheetId())));
        Optional<String> found = place(place, Formulas.places(sheet.header().texts()))
                .filter(at -> sameRows)
                .flatMap(now::at)
                .map(Formulas.Entered::text)
                .filter(text -> text.contains(Formulas.BROKEN) || entered.text().contains(":"))
                .filter(text -> MovedFormula.rest(text).equals(MovedFormula.rest(entered.text())));
        return found.flatMap(text ->
                MovedFormula.of(entered.text(), entered.tab(), sheet.tab().title(), column -> column(column, places)));
    }

    /** Where a formula stands in a table with {@code headers} at such places. */
    private Optional<Place> place(Place place, Map<String, Integer> headers) {
        return isOnTable(place)
                ? column(place.column(), headers).map(column -> new Place(place.sheetId(), place.row(), column))
                : Optional.of(place);
    }

    private Optional<Integer> column(int index, Map<String, Integer> headers) {
        return index < before.headers().size()
                ? Optional.ofNullable(headers.get(before.headers().get(index)))
                : Optional.empty();
    }

    private record Column(int sheetId, int column) {}

    /** One effect for neighbouring rows. */
    private static List<Effect> writes(Map<Place, String> texts) {
        Map<Column, TreeMap<Integer, String>> columns = new HashMap<>();
        texts.forEach((place, text) -> columns.computeIfAbsent(
                        new Column(place.sheetId(), place.column()), first -> new TreeMap<>())
                .put(place.row(), text));
        List<Effect> effects = new ArrayList<>();
        columns.forEach((column, rows) -> {
            RowRuns runs = new RowRuns();
            rows.keySet().forEach(row -> runs.add(row, row));
            runs.runs()
                    .forEach(run -> effects.add(new Effect.WriteCells(
                            column.sheetId(),
                            run.from(),
                            column.column(),
                            rows.subMap(run.from(), run.from() + run.count()).values().stream()
                                    .map(text -> List.of(CellWrite.of(new CellContent.Formula(text, ""))))
                                    .toList())));
        });
        return effects;
    }
}
