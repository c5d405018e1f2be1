package dev.sheetway.schema.planner;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.Spot;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * The hidden tab in which a batch keeps what it is about to touch, as it stands in that instant: each kept column with its
 * header, the key column, by which rows are found again that people move later, and of one that is written the cells as
 * written: what equals those in the end was not edited since. So the tab tells, too, whether the batch met the columns and
 * rows that it was planned for.
 *
 * <p>A kept column stands in the tab where it stood in the table, because a formula that is copied elsewhere refers to other
 * cells, or to none; keys and cells as written stand behind the width of the table. Where that would take too many cells,
 * all of them stand side by side, the keys first, and relative references of kept formulas are shifted.
 */
final class ArchivePlan {
    /** Rows that people may add between the read and the batch; more of them, and Google refuses the batch. */
    static final int SPARE_ROWS = 200;

    /** How much of a column is kept. */
    enum Extent {
        HEADER,
        COLUMN
    }

    /**
     * @param index of the column in the table as read
     * @param written whether the batch writes cells or rules of it
     */
    record Item(int index, Extent extent, boolean written) {
        private Item and(Item other) {
            boolean whole = extent == Extent.COLUMN || other.extent == Extent.COLUMN;
            return new Item(index, whole ? Extent.COLUMN : Extent.HEADER, written || other.written);
        }
    }

    private final SheetSnapshot sheet;
    private final int headerRow;
    private final ArchiveTab tab;
    private final OptionalInt key;
    private final Map<Integer, Item> items = new LinkedHashMap<>();
    /** Archive column by column of the table: as it was, and as written. */
    private final Map<Integer, Integer> places = new LinkedHashMap<>();

    private final Map<Integer, Integer> written = new LinkedHashMap<>();

    private int width;

    /**
     * @param name title of the tab, and what its id is made of
     * @param key column of the table; empty: rows go by their place
     */
    ArchivePlan(SheetSnapshot sheet, Task task, Name name, OptionalInt key, List<Item> kept) {
        this.sheet = sheet;
        this.headerRow = task.plan().headerRow() - 1;
        this.key = key;
        kept.forEach(item -> items.merge(item.index(), item, Item::and));
        int rows = sheet.tab().rowCount() + SPARE_ROWS;
        boolean inPlace = task.limits().keepsInPlace(sheet.cells(), (long) rows * inPlaceWidth());
        if (inPlace) {
            inPlace();
        } else {
            sideBySide();
        }
        this.tab = new ArchiveTab(
                Anchor.positiveHash(name.idSeed()),
                name.title(),
                rows,
                inPlace ? Optional.of(sheet.tab().columnCount()) : Optional.empty());
    }

    record Name(String idSeed, String title) {}

    private int inPlaceWidth() {
        return sheet.tab().columnCount()
                + 1
                + (int) items.values().stream().filter(Item::written).count();
    }

    private void inPlace() {
        width = sheet.tab().columnCount() + 1;
        items.values().forEach(item -> {
            places.put(item.index(), item.index());
            if (item.written()) {
                written.put(item.index(), width++);
            }
        });
    }

    private void sideBySide() {
        width = 1;
        items.values().forEach(item -> {
            places.put(item.index(), width++);
            if (item.written()) {
                written.put(item.index(), width++);
            }
        });
    }

    ArchiveTab tab() {
        return tab;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Where the column {@code index} is kept; -1: nowhere. */
    int place(int index) {
        return places.getOrDefault(index, -1);
    }

    /** Where the column {@code index} is kept as written; empty: nowhere. */
    Optional<Integer> written(int index) {
        return Optional.ofNullable(written.get(index));
    }

    OptionalInt key() {
        return key;
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    /** The tab and the cells as they are; to stand before anything that moves or writes. */
    List<Effect> before() {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.AddTab(tab.sheetId(), tab.title(), tab.rows(), width, true));
        key.ifPresent(index -> effects.add(new Effect.CopyCells(live(index), archived(tab.keys()))));
        items.values().forEach(item -> {
            int place = place(item.index());
            switch (item.extent()) {
                case HEADER -> effects.add(new Effect.CopyCells(header(item.index()), cell(headerRow, place)));
                case COLUMN -> {
                    effects.add(new Effect.CopyCells(live(item.index()), archived(place)));
                    effects.add(new Effect.CopyRules(live(item.index()), archived(place)));
                }
            }
        });
        return effects;
    }

    /** The cells as written; {@code now} tells where a column stands by then. */
    List<Effect> after(IntUnaryOperator now) {
        List<Effect> effects = new ArrayList<>();
        written.forEach((index, place) -> {
            GridArea from = live(now.applyAsInt(index));
            GridArea to = archived(place);
            effects.add(new Effect.CopyCells(from, to));
            effects.add(new Effect.CopyRules(from, to));
        });
        return effects;
    }

    /** The mark by which the key column is found again. */
    Optional<Effect> keySpot(IntUnaryOperator now, MigrationId migrationId) {
        return key.stream()
                .mapToObj(index -> Spot.effect(
                        sheet.tab().sheetId(), now.applyAsInt(index), Spot.keyColumn(tab.sheetId()), migrationId))
                .findFirst();
    }

    /** To the end of the grid at that instant: rows that came meanwhile must not be missed. */
    private GridArea live(int index) {
        return GridArea.wholeColumns(sheet.tab().sheetId(), index, index + 1);
    }

    private GridArea header(int index) {
        return new GridArea(sheet.tab().sheetId(), headerRow, headerRow + 1, index, index + 1);
    }

    /** A single cell: what is copied to it decides how far it reaches. */
    private GridArea archived(int place) {
        return cell(0, place);
    }

    private GridArea cell(int row, int place) {
        return new GridArea(tab.sheetId(), row, row + 1, place, place + 1);
    }
}
