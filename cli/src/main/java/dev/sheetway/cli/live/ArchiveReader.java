package dev.sheetway.cli.live;

import dev.sheetway.cli.report.Archived;
import dev.sheetway.cli.report.ArchivedCell;
import dev.sheetway.cli.report.ArchivedTab;
import dev.sheetway.cli.report.Kept;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.ShownCell;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what a migration kept in hidden tabs: one call for the tabs, and one for each of them that is not big. */
public final class ArchiveReader {
    private final SheetReader reader;
    private final SpreadsheetId id;

    public ArchiveReader(SheetReader reader, SpreadsheetId id) {
        this.reader = reader;
        this.id = id;
    }

    /** A call that fails is told in the result: a report is worth having without it. */
    public Archived read(Kept kept) {
        try {
            Workbook book = reader.open(id);
            List<Workbook.Tab> tabs = book.tabs().stream()
                    .filter(tab -> kept.isArchive(tab.title()))
                    .toList();
            List<String> found = tabs.stream().map(Workbook.Tab::title).toList();
            List<String> gone = kept.titles().stream()
                    .filter(title -> !found.contains(title))
                    .toList();
            return new Archived.Read(tabs.stream().map(tab -> read(tab, kept)).toList(), gone);
        } catch (GatewayException failed) {
            return new Archived.NotRead(
                    kept.titles(),
                    failed.failure().code() + ": " + failed.failure().message());
        }
    }

    private ArchivedTab read(Workbook.Tab tab, Kept kept) {
        Map<Integer, String> headers = new HashMap<>();
        List<Found> found = new ArrayList<>();
        if (tab.rowCount() > 0 && tab.columnCount() > 0) {
            GridArea all = GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount());
            reader.scanShown(id, all, (row, cells) -> {
                if (row == kept.headerRow()) {
                    headers(cells, headers);
                } else {
                    body(row, cells, found);
                }
            });
        }
        int keys = keys(headers, found, kept);
        return new ArchivedTab(
                tab.title(),
                tab.sheetId(),
                found.stream()
                        .filter(each -> each.column() != keys)
                        .map(each -> each.cell(headers, keys, kept))
                        .toList());
    }

    private static void headers(List<ShownCell> cells, Map<Integer, String> headers) {
        for (int column = 0; column < cells.size(); column++) {
            headers.put(column, cells.get(column).shown());
        }
    }

    /** By the header, the fullest of that name, for the key column itself may be kept, too; -1: none. */
    private static int keys(Map<Integer, String> headers, List<Found> found, Kept kept) {
        Map<Integer, Long> sizes = found.stream().collect(Collectors.groupingBy(Found::column, Collectors.counting()));
        return headers.keySet().stream()
                .filter(column -> kept.isKey(headers.getOrDefault(column, "")))
                .max(Comparator.comparingLong(column -> sizes.getOrDefault(column, 0L)))
                .orElse(-1);
    }

    private static void body(int row, List<ShownCell> cells, List<Found> found) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).entered().isBlank()) {
                found.add(new Found(row, column, cells));
            }
        }
    }

    private record Found(int row, int column, List<ShownCell> cells) {

        ShownCell cell() {
            return cells.get(column);
        }

        ArchivedCell cell(Map<Integer, String> headers, int keys, Kept kept) {
            ShownCell cell = cell();
            String header = headers.getOrDefault(column, "");
            return new ArchivedCell(
                    row + 1,
                    column,
                    keys >= 0 && keys < cells.size() ? cells.get(keys).shown() : "",
                    header,
                    cell.shown(),
                    cell.entered().asText(),
                    kind(cell.entered()),
                    kept.initial(header).map(this::isSame).orElse(false));
        }

        private boolean isSame(Literal initial) {
            return switch (initial) {
                case Literal.Text text -> cell().entered().equals(new CellContent.Text(text.value()));
                case Literal.Number number -> cell().entered().equals(new CellContent.Number(number.value()));
                case Literal.Bool bool -> cell().entered().equals(new CellContent.Bool(bool.value()));
            };
        }
    }

    private static String kind(CellContent content) {
        return switch (content) {
            case CellContent.Blank blank -> "blank";
            case CellContent.Text text -> "text";
            case CellContent.Number number -> "number";
            case CellContent.Bool bool -> "boolean";
            case CellContent.Formula formula -> "formula";
            case CellContent.ErrorValue error -> "error";
        };
    }
}
