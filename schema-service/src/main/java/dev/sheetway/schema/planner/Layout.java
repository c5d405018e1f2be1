package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.plan.AddColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where every column stands after the missing ones were inserted. Behind one and the same column the plan's order holds;
 * a column without {@code after} goes behind the last header, even where the grid has spare columns, because a cell that
 * already exists may be typed into at any moment.
 */
final class Layout {
    private sealed interface Item {}

    private record Existing(String header) implements Item {}

    private record Added(AddColumn column) implements Item {}

    /**
     * Columns that are inserted together.
     *
     * @param at index of the first one, when the runs before it are inserted already
     */
    record Run(int at, List<AddColumn> columns) {}

    private final List<Item> items = new ArrayList<>();
    private Optional<AddColumn> homeless = Optional.empty();

    private Layout(HeaderRow header) {
        header.texts().forEach(text -> items.add(new Existing(text)));
    }

    static Layout of(HeaderRow header, List<AddColumn> missing) {
        Layout layout = new Layout(header);
        missing.forEach(layout::place);
        return layout;
    }

    private void place(AddColumn column) {
        if (column.after().isEmpty()) {
            items.add(new Added(column));
            return;
        }
        int neighbour = indexOf(column.after().get());
        if (neighbour < 0) {
            homeless = homeless.or(() -> Optional.of(column));
            return;
        }
        int at = neighbour + 1;
        while (at < items.size() && follows(items.get(at), column.after().get())) {
            at++;
        }
        items.add(at, new Added(column));
    }

    /** Whether {@code item} was placed behind {@code name}, or behind something that was. */
    private boolean follows(Item item, String name) {
        if (!(item instanceof Added added) || added.column().after().isEmpty()) {
            return false;
        }
        String neighbour = added.column().after().get();
        if (HeaderName.same(neighbour, name)) {
            return true;
        }
        int index = indexOf(neighbour);
        return index >= 0 && follows(items.get(index), name);
    }

    private int indexOf(String name) {
        for (int index = 0; index < items.size(); index++) {
            if (HeaderName.same(text(items.get(index)), name)) {
                return index;
            }
        }
        return -1;
    }

    /** The first column whose {@code after} is nowhere. */
    Optional<AddColumn> homeless() {
        return homeless;
    }

    /** Left to right. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<AddColumn> run = new ArrayList<>();
        for (int index = 0; index <= items.size(); index++) {
            if (index < items.size() && items.get(index) instanceof Added added) {
                run.add(added.column());
            } else if (!run.isEmpty()) {
                runs.add(new Run(index - run.size(), List.copyOf(run)));
                run.clear();
            }
        }
        return runs;
    }

    /** Where the column {@code name} stands then. */
    int position(String name) {
        return indexOf(name);
    }

    /** The header as it reads then. */
    List<String> headers() {
        return items.stream().map(Layout::text).toList();
    }

    private static String text(Item item) {
        return switch (item) {
            case Existing existing -> existing.header();
            case Added added -> added.column().name();
        };
    }
}
