package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.Sheets;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Reference;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.ShownVisitor;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.TabVisitor;
import dev.sheetway.workspace.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads with {@code spreadsheets.get} alone, the one method with cells as entered that a read-only scope may call.
 *
 * <p>That method takes titles, which people change, where everything else goes by sheet id. So each answer is compared
 * with the id that was meant; on a mismatch the structure is read again and the call repeated once. A chunk is
 * collected before its rows are visited: no row is visited of an answer that breaks off or belongs to another tab.
 */
final class GoogleSheetReader implements SheetReader {
    private static final Set<String> STRUCTURE_CHANGED = Set.of("unknown-range", "outside-grid");

    private final Sheets sheets;
    private final GoogleCalls calls;
    private final TabTitles titles;
    private final int maxCells;

    GoogleSheetReader(Sheets sheets, GoogleCalls calls, TabTitles titles, int maxCells) {
        this.sheets = sheets;
        this.calls = calls;
        this.titles = titles;
        this.maxCells = maxCells;
    }

    @Override
    public Workbook open(SpreadsheetId id) {
        Workbook workbook = calls.make(Operation.sheetsRead(id, "reading the structure"), bearer -> {
            Sheets.Spreadsheets.Get get = sheets.spreadsheets().get(id.value()).setFields(WorkbookParser.MASK);
            try (InputStream answer = Exchange.stream(get, bearer)) {
                return WorkbookParser.parse(id, answer);
            }
        });
        titles.seen(workbook);
        return workbook;
    }

    @Override
    public List<Reference> references(SpreadsheetId id) {
        return calls.make(Operation.sheetsRead(id, "reading what refers to columns"), bearer -> {
            Sheets.Spreadsheets.Get get = sheets.spreadsheets().get(id.value()).setFields(References.MASK);
            try (InputStream answer = Exchange.stream(get, bearer)) {
                return References.parse(answer);
            }
        });
    }

    /** One call; a tab or place that is not there costs the two of the default. */
    @Override
    public Workbook openWith(SpreadsheetId id, List<TabArea> areas, TabVisitor visitor) {
        List<String> ranges =
                areas.stream().flatMap(area -> A1.range(area).stream()).toList();
        if (!ranges.isEmpty() && ranges.size() == areas.size()) {
            Optional<TabsAnswer> answer = tryTabs(id, ranges);
            if (answer.isPresent() && answer.get().visit(areas, visitor)) {
                answer.get().workbook().tabs().forEach(tab -> titles.seen(id, tab.sheetId(), tab.title()));
                return answer.get().workbook();
            }
        }
        return SheetReader.super.openWith(id, areas, visitor);
    }

    private Optional<TabsAnswer> tryTabs(SpreadsheetId id, List<String> ranges) {
        try {
            return Optional.of(calls.make(Operation.sheetsRead(id, "reading structure and cells"), bearer -> {
                Sheets.Spreadsheets.Get get =
                        sheets.spreadsheets().get(id.value()).setRanges(ranges).setFields(TabsAnswer.MASK);
                try (InputStream answer = Exchange.stream(get, bearer)) {
                    return TabsAnswer.parse(id, answer);
                }
            }));
        } catch (GatewayException e) {
            if (STRUCTURE_CHANGED.contains(e.failure().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void tabSeen(SpreadsheetId id, int sheetId, String title) {
        titles.seen(id, sheetId, title);
    }

    @Override
    public void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
        scanAll(id, List.of(area), visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
        scanAll(id, areas, Rows.WITH_CONTENT, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, Rows rows, RowVisitor visitor) {
        for (List<Piece> pieces : Piece.calls(areas, maxCells)) {
            read(id, pieces, rows).visit(visitor);
        }
    }

    /** By the title that the tab had a moment ago; an answer about another tab is refused, not read again. */
    @Override
    public void scanShown(SpreadsheetId id, GridArea area, ShownVisitor visitor) {
        List<Piece> pieces = Piece.calls(List.of(area), maxCells).stream()
                .flatMap(List::stream)
                .toList();
        if (!titles.of(id).containsKey(area.sheetId())) {
            requireInside(open(id), pieces);
        }
        for (Piece piece : pieces) {
            String range = A1.range(titles.of(id).getOrDefault(area.sheetId(), ""), piece.part());
            ShownAnswer answer = calls.make(Operation.sheetsRead(id, "reading cells as shown"), bearer -> {
                Sheets.Spreadsheets.Get get = sheets.spreadsheets()
                        .get(id.value())
                        .setRanges(List.of(range))
                        .setFields(ShownAnswer.MASK);
                try (InputStream stream = Exchange.stream(get, bearer)) {
                    return ShownAnswer.parse(stream);
                }
            });
            if (answer.sheetId() != area.sheetId()) {
                throw retryable(id, "tab-renamed", "a tab was renamed or replaced while it was read");
            }
            answer.visit(piece.part().startRow(), visitor);
        }
    }

    private PieceRows read(SpreadsheetId id, List<Piece> pieces, Rows wanted) {
        Map<Integer, String> guess = titles.of(id);
        if (pieces.stream().allMatch(piece -> guess.containsKey(piece.part().sheetId()))) {
            Optional<PieceRows> rows = tryRead(id, pieces, wanted, guess);
            if (rows.isPresent()) {
                return rows.get();
            }
        }
        requireInside(open(id), pieces);
        return tryRead(id, pieces, wanted, titles.of(id))
                .orElseThrow(() -> retryable(id, "tab-renamed", "a tab was renamed or replaced while it was read"));
    }

    /** Empty when the answer does not belong to the tabs that were meant. */
    private Optional<PieceRows> tryRead(SpreadsheetId id, List<Piece> pieces, Rows wanted, Map<Integer, String> guess) {
        List<String> ranges = pieces.stream()
                .map(piece -> A1.range(guess.getOrDefault(piece.part().sheetId(), ""), piece.part()))
                .toList();
        try {
            CellsAnswer answer =
                    calls.make(Operation.sheetsRead(id, "reading cells"), bearer -> cells(id, ranges, wanted, bearer));
            return PieceRows.match(pieces, guess, answer);
        } catch (GatewayException e) {
            if (STRUCTURE_CHANGED.contains(e.failure().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private CellsAnswer cells(SpreadsheetId id, List<String> ranges, Rows wanted, String bearer) throws IOException {
        Sheets.Spreadsheets.Get get =
                sheets.spreadsheets().get(id.value()).setRanges(ranges).setFields(CellsAnswer.mask(wanted));
        try (InputStream answer = Exchange.stream(get, bearer)) {
            return CellsAnswer.parse(answer, wanted);
        }
    }

    private static void requireInside(Workbook workbook, List<Piece> pieces) {
        for (Piece piece : pieces) {
            GridArea area = piece.part();
            Workbook.Tab tab = workbook.tab(area.sheetId())
                    .orElseThrow(() -> new GatewayException(Failure.of(
                            FailureClass.PAUSE, // whoever reads by id has seen it
                            "unknown-tab",
                            "spreadsheet \"" + workbook.id() + "\" has no tab with id " + area.sheetId()
                                    + " any more; nothing written; bring the tab back from the version history, then"
                                    + " resume")));
            if (area.endRow() > tab.rowCount() || area.endColumn() > tab.columnCount()) {
                throw retryable(
                        workbook.id(),
                        "outside-grid",
                        "rows to " + area.endRow() + " and columns to " + area.endColumn() + " of tab \""
                                + tab.title() + "\" were asked for, but it has " + tab.rowCount() + " rows and "
                                + tab.columnCount() + " columns");
            }
        }
    }

    private static GatewayException retryable(SpreadsheetId id, String code, String what) {
        return new GatewayException(Failure.of(
                FailureClass.RETRYABLE,
                code,
                "reading cells of \"" + id + "\": " + what + "; nothing written; read the structure again"));
    }
}
