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
 * Reads one tab as a whole: structure, then cells in the gateway's chunks, so two calls for up to 200,000 cells. A tab
 * that should be that small comes in one call, structure and cells of the same instant; where that expectation is wrong,
 * two more.
 */
final class TabLook {
    private final SheetReader reader;
    private final TabSizes sizes;
    private final SpreadsheetId id;
    private final Progress progress;

    TabLook(SheetReader reader, TabSizes sizes, SpreadsheetId id, Progress progress) {
        this.reader = reader;
        this.sizes = sizes;
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
        OptionalInt columns = sizes.columnsIfSmall(id, title);
        List<Row> rows = new ArrayList<>();
        if (columns.isPresent()) {
            Workbook workbook = reader.openWith(
                    id,
                    List.of(TabArea.columns(title, 0, columns.getAsInt())),
                    (area, row, cells) -> rows.add(new Row(row, cells)));
            Opened opened = opened(find(workbook, title, sheetId), workbook);
            // beyond the columns that were asked for neither cells nor anchors come back
            if (opened.tab().columnCount() <= columns.getAsInt()
                    && opened.tab().title().equalsIgnoreCase(title)) {
                RowVisitor visitor = withProgress(opened, visitors.apply(opened));
                rows.forEach(row -> visitor.row(opened.area(), row.row(), row.cells()));
                return opened;
            }
        }
        Workbook workbook = reader.open(id);
        Opened opened = opened(find(workbook, title, sheetId), workbook);
        RowVisitor visitor = withProgress(opened, visitors.apply(opened));
        if (opened.tab().rowCount() > 0 && opened.tab().columnCount() > 0) {
            reader.scan(id, opened.area(), visitor);
        }
        return opened;
    }

    private Opened opened(Workbook.Tab tab, Workbook workbook) {
        sizes.saw(id, tab.title(), tab.rowCount(), tab.columnCount());
        return new Opened(workbook, tab, GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()));
    }

    private Workbook.Tab find(Workbook workbook, String title, OptionalInt sheetId) {
        Optional<Workbook.Tab> byId = sheetId.isPresent() ? workbook.tab(sheetId.getAsInt()) : Optional.empty();
        return byId.or(() -> workbook.tab(title))
                .orElseThrow(() -> new StepFailedException(Failure.of(
                        FailureClass.PAUSE,
                        "tab-gone",
                        "spreadsheet \"" + id + "\" has no tab \"" + title + "\" any more; found "
                                + workbook.tabs().stream()
                                        .map(tab -> "\"" + tab.title() + "\"")
                                        .toList()
                                + "; nothing written; give the tab its title again, or bring it back from the"
                                + " version history, then resume")));
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
