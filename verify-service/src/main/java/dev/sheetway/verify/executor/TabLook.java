package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads one tab as a whole. A tab of up to 3,000 rows and 100 columns comes in one call together with its structure, so
 * that anchors and cells are of the same instant; of a larger one the rest follows in the gateway's chunks.
 */
final class TabLook {
    private static final int FIRST_ROWS = 3_000;
    private static final int FIRST_COLUMNS = 100;

    private final SheetReader reader;
    private final SpreadsheetId id;
    private final Progress progress;

    TabLook(SheetReader reader, SpreadsheetId id, Progress progress) {
        this.reader = reader;
        this.id = id;
        this.progress = progress;
    }

    /** @param area the whole grid of {@code tab}: every row is delivered as one of it */
    record Opened(Workbook workbook, Workbook.Tab tab, GridArea area) {}

    private record Row(int row, List<Cell> cells) {}

    /**
     * @param title of the tab when it was last known
     * @param sheetId in case it was renamed since; empty: not known
     * @param visitors gets the structure before the first row is delivered
     * @throws StepFailedException when the tab is not there
     */
    Opened read(String title, OptionalInt sheetId, Function<Opened, RowVisitor> visitors) {
        progress.report("reading \"" + title + "\"", 0, 0, "rows");
        TabArea first = new TabArea(title, 0, OptionalInt.of(FIRST_ROWS), 0, OptionalInt.of(FIRST_COLUMNS));
        List<Row> start = new ArrayList<>();
        Workbook workbook =
                reader.openWith(id, List.of(first), (area, row, cells) -> start.add(new Row(row, List.copyOf(cells))));
        Optional<Workbook.Tab> titled = workbook.tab(title);
        boolean known = titled.isPresent()
                && (sheetId.isEmpty() || titled.get().sheetId() == sheetId.getAsInt())
                && titled.get().columnCount() <= FIRST_COLUMNS;
        Workbook.Tab tab = find(workbook, titled, title, sheetId);
        Opened opened = new Opened(
                workbook, tab, GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()));
        RowVisitor visitor = withProgress(opened, visitors.apply(opened));
        if (known) {
            start.forEach(row -> visitor.row(opened.area(), row.row(), row.cells()));
        }
        start.clear();
        scan(opened, known ? FIRST_ROWS : 0, visitor);
        return opened;
    }

    private Workbook.Tab find(Workbook workbook, Optional<Workbook.Tab> titled, String title, OptionalInt sheetId) {
        Optional<Workbook.Tab> byId = sheetId.isPresent() ? workbook.tab(sheetId.getAsInt()) : titled;
        return byId.or(() -> titled)
                .orElseThrow(() -> new StepFailedException(Failure.of(
                        FailureClass.FAILED,
                        "unknown-tab",
                        "spreadsheet \"" + id + "\" has no tab \"" + title + "\"; found "
                                + workbook.tabs().stream()
                                        .map(tab -> "\"" + tab.title() + "\"")
                                        .toList()
                                + "; nothing written; give the tab its title again")));
    }

    private void scan(Opened opened, int fromRow, RowVisitor visitor) {
        GridArea whole = opened.area();
        if (fromRow < whole.endRow() && whole.endColumn() > 0) {
            GridArea rest = new GridArea(whole.sheetId(), fromRow, whole.endRow(), 0, whole.endColumn());
            reader.scan(id, rest, (area, row, cells) -> visitor.row(whole, row, cells));
        }
    }

    private RowVisitor withProgress(Opened opened, RowVisitor visitor) {
        String activity = "reading \"" + opened.tab().title() + "\"";
        return (area, row, cells) -> {
            visitor.row(area, row, cells);
            if (row % 1_000 == 0) {
                progress.report(activity, row, opened.tab().rowCount(), "rows");
            }
        };
    }
}
