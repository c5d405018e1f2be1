package dev.sheetway.cli.drift;

import dev.sheetway.cli.drift.Drift.Kind;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.workspace.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names what became of each known column. */
public final class DriftFinder {
    private final KnownTable table;
    private final List<KnownColumn> known;
    private final LiveTable live;
    private final Places places;

    private DriftFinder(KnownTable table, LiveTable live) {
        this.table = table;
        this.known = table.columns().stream()
                .filter(column -> !HeaderName.normalise(column.name()).isEmpty())
                .toList();
        this.live = live;
        this.places = Places.of(known, live);
    }

    /** Left to right as they were known, then what is new; empty: the table is as it was left, cells aside. */
    public static List<Drift> find(KnownTable table, LiveTable live) {
        return new DriftFinder(table, live).find();
    }

    private List<Drift> find() {
        List<Drift> drifts = new ArrayList<>();
        if (!live.title().equalsIgnoreCase(table.tab())) {
            drifts.add(new Drift(
                    Kind.TAB_RENAMED, "", "tab \"" + table.tab() + "\" was renamed to \"" + live.title() + "\""));
        }
        Set<Integer> moved = moved();
        for (int index = 0; index < known.size(); index++) {
            Optional<Integer> place = places.of(index);
            if (place.isEmpty()) {
                drifts.add(deleted(known.get(index)));
            } else {
                renamed(known.get(index), place.get()).ifPresent(drifts::add);
                if (moved.contains(index)) {
                    drifts.add(moved(index, place.get()));
                }
                retyped(known.get(index), place.get()).ifPresent(drifts::add);
            }
        }
        places.strangers().forEach(column -> drifts.add(inserted(column)));
        return drifts;
    }

    private Set<Integer> moved() {
        List<Integer> present = IntStream.range(0, known.size())
                .filter(index -> places.of(index).isPresent())
                .boxed()
                .toList();
        return Moves.of(present.stream()
                        .map(index -> places.of(index).orElseThrow())
                        .toList())
                .stream()
                .map(present::get)
                .collect(Collectors.toSet());
    }

    private static Drift deleted(KnownColumn column) {
        return new Drift(Kind.DELETED, column.name(), "column \"" + column.name() + "\" was deleted");
    }

    private Optional<Drift> renamed(KnownColumn column, int place) {
        String header = live.header(place);
        return column.isNamed(header)
                ? Optional.empty()
                : Optional.of(new Drift(
                        Kind.RENAMED,
                        column.name(),
                        "column \"" + column.name() + "\" was renamed to \"" + header + "\" (column "
                                + Letters.of(place)
                                + (column.anchors().isEmpty() ? ", judging by its neighbours)" : ")")));
    }

    private Drift moved(int index, int place) {
        String name = known.get(index).name();
        String before =
                index == 0 ? "the front" : "behind \"" + known.get(index - 1).name() + "\"";
        String now = place == 0 ? "the front" : "behind \"" + live.header(place - 1) + "\"";
        return new Drift(
                Kind.MOVED,
                name,
                "column \"" + name + "\" was moved from " + before + " to " + now + " (column " + Letters.of(place)
                        + ")");
    }

    private Optional<Drift> retyped(KnownColumn column, int place) {
        ColumnKind now = live.kind(place);
        return column.kind()
                .filter(before -> !fits(before, now))
                .map(before -> new Drift(
                        Kind.RETYPED,
                        column.name(),
                        "column \"" + column.name() + "\" was retyped: expected " + before.words() + ", found "
                                + now.words() + " in most cells (column " + Letters.of(place) + ")"));
    }

    /** A column without cells can be of any kind, and numbers may be whole. */
    private static boolean fits(ColumnKind before, ColumnKind now) {
        boolean unknown = before == ColumnKind.BLANK || before == ColumnKind.MIXED || now == ColumnKind.BLANK;
        return unknown || before == now || (isNumber(before) && isNumber(now));
    }

    private static boolean isNumber(ColumnKind kind) {
        return kind == ColumnKind.INTEGER || kind == ColumnKind.NUMBER;
    }

    private Drift inserted(int column) {
        String header = live.header(column);
        return new Drift(
                Kind.INSERTED, header, "column \"" + header + "\" was inserted (column " + Letters.of(column) + ")");
    }
}
