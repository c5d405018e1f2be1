package dev.sheetway.schema.planner;

import dev.sheetway.contracts.check.Difference;
import dev.sheetway.schema.planner.Formulas.Place;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Enters formulas again that referred to a column which a batch deleted by mistake and which comes back: a broken reference
 * never heals, and a range that lost an end stays short. What stands there now must be exactly what the deletion made of
 * that formula, or somebody mended it meanwhile; a formula that also refers to columns which nobody can tell, by a header
 * of their own, stays as it is.
 */
final class PutBackFormulas {
    private final SheetSnapshot sheet;
    private final Formulas before;
    private final Formulas now;
    private final Map<String, Integer> today;
    private final Map<String, Integer> places;
    private final Map<Place, String> texts = new HashMap<>();
    private final List<Difference> kept = new ArrayList<>();

    /**
     * @param headers of the table once the columns are back
     * @param back headers of the columns that come back
     */
    PutBackFormulas(SheetSnapshot sheet, KeptCells cells, List<String> headers, Set<String> back) {
        this.sheet = sheet;
        this.before = cells.before();
        this.now = cells.now();
        this.today = Formulas.places(sheet.header().texts());
        this.places = Formulas.places(headers);
        Set<Integer> lost = new HashSet<>();
        Formulas.places(before.headers()).forEach((header, index) -> {
            if (back.contains(header)) {
                lost.add(index);
            }
        });
        before.entered().forEach((place, entered) -> {
            boolean reaches = lost.stream()
                    .anyMatch(column -> FormulaReferences.reach(
                            entered.text(), entered.tab(), sheet.tab().title(), column));
            if (reaches && !(isOnTable(place) && lost.contains(place.column()))) {
                place(place, today).ifPresent(found -> place(place, places).ifPresent(at -> see(entered, found, at)));
            }
        });
    }

    List<Effect> effects() {
        return writes(texts);
    }

    /** Formulas that stay as they are, in order. */
    List<Difference> kept() {
        return kept.stream()
                .sorted(Comparator.comparing(Difference::column).thenComparing(Difference::row))
                .toList();
    }

    /** @param found where it has to stand today; {@code at}: once the columns are back */
    private void see(Formulas.Entered entered, Place found, Place at) {
        String title = sheet.tab().title();
        boolean sameRows = Optional.ofNullable(before.rows().get(found.sheetId()))
                .equals(Optional.ofNullable(now.rows().get(found.sheetId())));
        Optional<String> text = MovedFormula.of(entered.text(), entered.tab(), title, column -> column(column, places));
        Optional<String> left =
                MovedFormula.left(entered.text(), entered.tab(), title, column -> column(column, today), this::isGone);
        if (!sameRows || text.isEmpty() || left.isEmpty()) {
            kept.add(difference(entered, at, "formula-not-put-back"));
        } else if (now.at(found)
                .filter(is -> MovedFormula.same(is.text(), left.get()))
                .isPresent()) {
            texts.put(at, text.get());
        } else {
            kept.add(difference(entered, at, "formula-edited"));
        }
    }

    private Difference difference(Formulas.Entered entered, Place at, String kind) {
        String column = places.entrySet().stream()
                .filter(place -> isOnTable(at) && place.getValue() == at.column())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> entered.tab() + "!" + A1.column(at.column()));
        return new Difference(at.row() + 1, column, kind);
    }

    /** A column that had a header of its own, which nobody sees today. */
    private boolean isGone(int index) {
        return index < before.headers().size()
                && Formulas.places(before.headers())
                        .containsKey(before.headers().get(index))
                && !sheet.header().texts().contains(before.headers().get(index));
    }

    private boolean isOnTable(Place place) {
        return place.sheetId() == sheet.tab().sheetId();
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
