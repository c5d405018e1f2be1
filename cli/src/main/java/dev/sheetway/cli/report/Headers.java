package dev.sheetway.cli.report;

import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The header row before and after, column by column. */
final class Headers {

    /** How a header came about, or went. */
    enum Mark {
        SAME(""),
        NEW("new"),
        RENAMED("renamed"),
        CHANGED("cells changed"),
        DROPPED("dropped");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param text of the header; empty: the column has none */
    record Column(String text, Mark mark) {}

    private Headers() {}

    static List<Column> plain(List<String> texts) {
        return texts.stream().map(text -> new Column(text, Mark.SAME)).toList();
    }

    /** As it was, dropped columns marked. */
    static List<Column> before(List<String> before, StepResult.Expanded expanded) {
        List<Column> columns = new ArrayList<>(plain(before));
        changes(expanded, kind -> kind == ChangeKind.DROPPED).forEach(changed -> {
            if (changed.index() < columns.size()) {
                columns.set(
                        changed.index(), new Column(columns.get(changed.index()).text(), Mark.DROPPED));
            }
        });
        return List.copyOf(columns);
    }

    /** As the batch left it: dropped columns gone, new ones in their places, renamed ones under their new names. */
    static List<Column> after(List<String> before, StepResult.Expanded expanded) {
        List<Column> columns = new ArrayList<>(before(before, expanded));
        columns.removeIf(column -> column.mark() == Mark.DROPPED);
        expanded.columns().stream()
                .filter(column -> !column.adopted())
                .sorted(Comparator.comparingInt(PlacedColumn::columnIndex))
                .forEach(column -> columns.add(
                        Math.min(column.columnIndex(), columns.size()), new Column(column.name(), Mark.NEW)));
        changes(expanded, Headers::inPlace).stream()
                .filter(changed -> changed.index() < columns.size())
                .forEach(changed -> columns.set(changed.index(), new Column(changed.name(), mark(changed))));
        return List.copyOf(columns);
    }

    private static boolean inPlace(ChangeKind kind) {
        return switch (kind) {
            case RENAMED, CONVERTED, BACKFILLED, VALIDATED -> true;
            case DROPPED, TAB_ADDED -> false;
        };
    }

    private static Mark mark(Changed changed) {
        return changed.name().equals(changed.was()) ? Mark.CHANGED : Mark.RENAMED;
    }

    private static List<Changed> changes(StepResult.Expanded expanded, Predicate<ChangeKind> wanted) {
        return expanded.changed().stream()
                .filter(changed -> wanted.test(changed.kind()))
                .toList();
    }
}
