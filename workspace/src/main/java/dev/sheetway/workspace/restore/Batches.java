package dev.sheetway.workspace.restore;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what is to be written into batches of bounded size (Google recommends at most 2 MB per request), each a list of
 * rectangles as large as they come.
 */
final class Batches {
    /** JSON around a cell that has nothing but a content; around its format, and its rule. */
    private static final int CELL = 50;

    private static final int FORMAT = 80;
    private static final int RULE = 20;
    /** JSON around a row of a rectangle, and around a rectangle. */
    private static final int ROW = 15;

    private static final int RECTANGLE = 250;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final Extent extent;
    private final int mostBytes;
    private final List<List<Effect>> done = new ArrayList<>();
    private List<Effect> batch = new ArrayList<>();
    private int bytes;

    private @Nullable Place start;
    private List<List<Cell>> rows = new ArrayList<>();
    private @Nullable Place runStart;
    private List<Cell> run = new ArrayList<>();

    private Batches(Extent extent, int mostBytes) {
        this.extent = extent;
        this.mostBytes = mostBytes;
    }

    static List<List<Effect>> of(SortedMap<Place, Wanted> wanted, Extent extent, int mostBytes) {
        Batches batches = new Batches(extent, mostBytes);
        for (Map.Entry<Place, Wanted> each : wanted.entrySet()) {
            batches.add(each.getKey(), each.getValue().cell());
        }
        batches.endBatch();
        return batches.done;
    }

    private void add(Place place, Cell cell) {
        int size = size(cell);
        if (bytes > 0 && bytes + size > mostBytes) {
            endBatch();
        }
        if (runStart == null || !continues(runStart, run.size(), place)) {
            endRun();
            runStart = place;
        }
        run.add(cell);
        bytes += size;
    }

    private static boolean continues(Place start, int length, Place next) {
        return next.sheetId() == start.sheetId()
                && next.row() == start.row()
                && next.column() == start.column() + length;
    }

    /** A run goes below the rectangle before it when it is exactly as wide. */
    private void endRun() {
        @Nullable Place from = runStart;
        if (from == null) {
            return;
        }
        @Nullable Place top = start;
        boolean below = top != null
                && top.sheetId() == from.sheetId()
                && top.column() == from.column()
                && top.row() + rows.size() == from.row()
                && rows.getFirst().size() == run.size();
        bytes += ROW;
        if (!below) {
            endRectangle();
            start = from;
            bytes += RECTANGLE;
        }
        rows.add(run);
        run = new ArrayList<>();
        runStart = null;
    }

    private void endRectangle() {
        @Nullable Place top = start;
        if (top != null) {
            batch.add(new Effect.PutCells(top.sheetId(), top.row(), top.column(), rows, extent));
        }
        rows = new ArrayList<>();
        start = null;
    }

    private void endBatch() {
        endRun();
        endRectangle();
        if (!batch.isEmpty()) {
            done.add(batch);
        }
        batch = new ArrayList<>();
        bytes = 0;
    }

    private static int size(Cell cell) {
        int content =
                switch (cell.content()) {
                    case CellContent.Blank blank -> 0;
                    case CellContent.Text text -> length(text.value());
                    case CellContent.Number number -> 25;
                    case CellContent.Bool bool -> 5;
                    case CellContent.Formula formula -> length(formula.text());
                    case CellContent.ErrorValue error -> length(error.type());
                };
        return CELL
                + content
                + cell.format().map(format -> FORMAT + length(format.pattern())).orElse(0)
                + cell.validation().map(rule -> RULE + length(rule)).orElse(0)
                + cell.look().map(Batches::length).orElse(0);
    }

    /** As JSON in UTF-8: at most three bytes for each UTF-16 unit, six for one that is escaped by its number. */
    private static int length(String text) {
        return text.chars().map(Batches::length).sum();
    }

    private static int length(int unit) {
        if (unit < ' ' || unit == LINE_SEPARATOR || unit == PARAGRAPH_SEPARATOR) {
            return 6;
        }
        if (unit == '"' || unit == '\\') {
            return 2;
        }
        return unit < 0x80 ? 1 : 3;
    }
}
