package dev.sheetway.verify.checks;

import dev.sheetway.verify.checks.table.Differences;
import dev.sheetway.verify.checks.table.Header;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts formulas with a broken reference by tab, and keeps where the first ones stand. */
public final class ReferenceErrors implements RowVisitor {
    private static final int KEPT = 200;
    private static final Header LETTERS = Header.ofTexts(List.of());

    private record Place(int row, int column) {}

    private final Map<Integer, Integer> counts = new HashMap<>();
    private final Map<Integer, List<Place>> first = new HashMap<>();

    @Override
    public void row(GridArea area, int row, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).content() instanceof CellContent.Formula formula
                    && formula.error().equals("REF")) {
                counts.merge(area.sheetId(), 1, Integer::sum);
                List<Place> places = first.computeIfAbsent(area.sheetId(), sheet -> new ArrayList<>());
                if (places.size() < KEPT) {
                    places.add(new Place(row, area.startColumn() + i));
                }
            }
        }
    }

    /** Sheet ids of the tabs that have any. */
    public Set<Integer> tabs() {
        return Set.copyOf(counts.keySet());
    }

    /**
     * The broken references of the tabs that have more of them than before. Rows move, so they are counted, not matched:
     * all of such a tab are listed.
     *
     * @param titles by sheet id, of the tabs that the backup has too
     */
    public Differences beyond(ReferenceErrors before, Map<Integer, String> titles) {
        Differences more = new Differences();
        titles.forEach((sheetId, title) -> {
            if (counts.getOrDefault(sheetId, 0) > before.counts.getOrDefault(sheetId, 0)) {
                first.getOrDefault(sheetId, List.of())
                        .forEach(place -> more.add(
                                place.row() + 1, title + "!" + LETTERS.label(place.column()), "new-reference-error"));
            }
        });
        return more;
    }
}
