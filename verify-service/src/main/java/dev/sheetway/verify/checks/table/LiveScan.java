package dev.sheetway.verify.checks.table;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the live tab's rows, from column A on and in ascending order, and keeps a {@link LiveTable}. */
public final class LiveScan implements RowVisitor {
    private final Layout layout;
    private final List<Runnable> beforeHeader = new ArrayList<>();
    private int width;
    private @Nullable LiveTable table;
    private ColumnTokens tokens = ColumnTokens.BACKUP;

    public LiveScan(Layout layout) {
        this.layout = layout;
    }

    @Override
    public void row(GridArea area, int row, List<Cell> cells) {
        width = area.endColumn();
        if (row < layout.headerRow()) {
            List<Cell> kept = List.copyOf(cells);
            beforeHeader.add(() -> keep(row, kept));
        } else if (row == layout.headerRow()) {
            begin(Header.of(cells));
        } else {
            if (table == null) {
                begin(Header.ofTexts(List.of()));
            }
            keep(row, cells);
        }
    }

    private LiveTable begin(Header header) {
        LiveTable begun = new LiveTable(layout, header, width);
        table = begun;
        tokens = ColumnTokens.live(header, begun.columns());
        beforeHeader.forEach(Runnable::run);
        beforeHeader.clear();
        return begun;
    }

    private void keep(int row, List<Cell> cells) {
        LiveTable kept = table();
        byte[] verdicts = new byte[kept.planned().size() + kept.touched().size()];
        for (int i = 0; i < kept.planned().size(); i++) {
            verdicts[i] = kept.planned().get(i).judge(cells);
        }
        for (int i = 0; i < kept.touched().size(); i++) {
            TouchedColumn column = kept.touched().get(i);
            verdicts[kept.planned().size() + i] = column.judge(kept.columnOf(column), cells);
        }
        int key = row > layout.headerRow() ? kept.keyColumn() : -1;
        kept.add(RowImage.of(row, cells, 0, key, tokens, layout.tab()), verdicts);
    }

    /** What was seen so far; a tab without a header row has an empty header. */
    public LiveTable table() {
        LiveTable seen = table;
        return seen == null ? begin(Header.ofTexts(List.of())) : seen;
    }
}
