package dev.sheetway.cli.live;

import dev.sheetway.cli.drift.KnownTable;
import dev.sheetway.cli.drift.LiveTable;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.ColumnKind;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.KindCount;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a known table as it is now: two calls, three when its tab has another title. */
public final class TableReader {
    private static final String ANCHOR = "sheetway.column";

    private final SheetReader reader;
    private final SpreadsheetId id;

    public TableReader(SheetReader reader, SpreadsheetId id) {
        this.reader = reader;
        this.id = id;
    }

    /**
     * Empty: the tab is gone.
     *
     * @throws dev.sheetway.workspace.GatewayException when a call fails
     */
    public Optional<LiveTable> read(KnownTable known) {
        Optional<LiveTable> found = read(known.tab(), known.headerRow());
        return found.isPresent() ? found : renamed(known).flatMap(title -> read(title, known.headerRow()));
    }

    private Optional<String> renamed(KnownTable known) {
        return known.sheetId().flatMap(sheetId -> reader.open(id).tab(sheetId)).map(Workbook.Tab::title);
    }

    private Optional<LiveTable> read(String title, int headerRow) {
        List<String> texts = new ArrayList<>();
        Workbook book = reader.openWith(id, List.of(TabArea.row(title, headerRow - 1)), (area, row, cells) -> {
            texts.clear();
            cells.forEach(cell -> texts.add(cell.content().asText()));
        });
        return book.tab(title)
                .map(tab -> new LiveTable(
                        tab.title(), texts, kinds(tab, headerRow, texts.size()), anchors(book, tab.sheetId())));
    }

    private List<ColumnKind> kinds(Workbook.Tab tab, int headerRow, int columns) {
        List<KindCount> counts =
                IntStream.range(0, columns).mapToObj(column -> new KindCount()).toList();
        if (headerRow < tab.rowCount() && columns > 0) {
            GridArea body = new GridArea(tab.sheetId(), headerRow, tab.rowCount(), 0, columns);
            reader.scan(id, body, (area, row, cells) -> {
                for (int column = 0; column < Math.min(cells.size(), columns); column++) {
                    counts.get(column).add(cells.get(column));
                }
            });
        }
        return counts.stream().map(KindCount::most).toList();
    }

    private static List<LiveTable.LiveAnchor> anchors(Workbook book, int sheetId) {
        return book.metadata(ANCHOR).stream()
                .flatMap(entry -> entry.location() instanceof Workbook.Location.OfColumn on && on.sheetId() == sheetId
                        ? Optional.of(new LiveTable.LiveAnchor(entry.id(), on.columnIndex())).stream()
                        : Optional.<LiveTable.LiveAnchor>empty().stream())
                .toList();
    }
}
