package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The hidden tab in which an expand batch keeps cells as they were. Column 0 holds the key column, by which a rollback
 * finds the rows again that people moved meanwhile; then follows each kept column, and behind it, where cells are
 * written, what was written: what equals that in the end was not edited since.
 */
final class ArchivePlan {
    private static final int PREFIX = 8;

    private final SheetSnapshot sheet;
    private final Task task;
    /** Archive column by column of the table. */
    private final Map<Integer, Integer> places = new LinkedHashMap<>();

    private final Set<Integer> written;
    private int width = 1;

    /** @param kept columns of the table, {@code written} those of them whose cells are written */
    ArchivePlan(SheetSnapshot sheet, Task task, List<Integer> kept, Set<Integer> written) {
        this.sheet = sheet;
        this.task = task;
        this.written = Set.copyOf(written);
        for (int index : kept) {
            if (places.putIfAbsent(index, width) == null) {
                width += this.written.contains(index) ? 2 : 1;
            }
        }
    }

    /** Empty when nothing is to be kept. */
    Optional<ArchiveTab> tab() {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArchiveTab(
                        Anchor.positiveHash("before/" + task.header().effectId()),
                        title(),
                        sheet.tab().rowCount()));
    }

    private String title() {
        String title = "sheetway_before_" + task.migrationId().toString().substring(0, PREFIX);
        return task.header().epoch() == 1 ? title : title + "_" + task.header().epoch();
    }

    /** Where the column {@code index} is kept; -1: nowhere. */
    int place(int index) {
        return places.getOrDefault(index, -1);
    }

    long cells() {
        return places.isEmpty() ? 0 : (long) width * sheet.tab().rowCount();
    }

    /** The tab and the cells as they are; to stand before anything that moves or writes. */
    List<Effect> before() {
        List<Effect> effects = new ArrayList<>();
        tab().ifPresent(tab -> {
            effects.add(new Effect.AddTab(tab.sheetId(), tab.title(), tab.rows(), width, true));
            OptionalInt key = task.plan().keyColumn().stream()
                    .flatMap(name -> sheet.header().positions(name).stream())
                    .mapToInt(Integer::intValue)
                    .findFirst();
            key.ifPresent(index -> effects.add(copy(index, tab, 0)));
            places.forEach((index, place) -> {
                effects.add(copy(index, tab, place));
                effects.add(new Effect.CopyRules(column(index), archived(tab, place)));
            });
        });
        return effects;
    }

    /** The cells as written; {@code columns} tells where they stand by then. */
    List<Effect> after(Columns columns) {
        List<Effect> effects = new ArrayList<>();
        tab().ifPresent(tab -> places.forEach((index, place) -> {
            if (written.contains(index)) {
                effects.add(copy(columns.inserted(index), tab, place + 1));
            }
        }));
        return effects;
    }

    private Effect copy(int from, ArchiveTab tab, int to) {
        return new Effect.CopyCells(column(from), archived(tab, to));
    }

    private GridArea column(int index) {
        return GridArea.columns(sheet.tab().sheetId(), sheet.tab().rowCount(), index, index + 1);
    }

    private static GridArea archived(ArchiveTab tab, int place) {
        return GridArea.columns(tab.sheetId(), tab.rows(), place, place + 1);
    }
}
