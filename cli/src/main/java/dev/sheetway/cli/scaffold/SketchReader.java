package dev.sheetway.cli.scaffold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.BaselinePlan;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a plan can be begun with: structure, the tab's first rows, then its columns in chunks. */
public final class SketchReader {
    private static final String SCHEMA = "sheetway.schema";
    private static final String ANCHOR = "sheetway.column";

    private final SheetReader reader;
    private final SpreadsheetId id;

    public SketchReader(SheetReader reader, SpreadsheetId id) {
        this.reader = reader;
        this.id = id;
    }

    /**
     * @param title of the tab; empty: the first visible one
     * @param headerRow 1-based; empty: to be guessed
     * @throws CliFailure ({@link Exit#REFUSED}) when there is no such tab or row
     * @throws dev.sheetway.workspace.GatewayException when a call fails
     */
    public Sketch read(Optional<String> title, Optional<Integer> headerRow) {
        Workbook book = reader.open(id);
        Workbook.Tab tab = tab(book, title);
        Guess<Integer> row = headerRow
                .map(given -> new Guess<>(given, "as given"))
                .orElseGet(() -> HeaderGuess.of(rows(tab, 0, HeaderGuess.ROWS), tab.frozenRows()));
        if (row.value() < 1 || row.value() > tab.rowCount()) {
            throw new CliFailure(
                    Exit.REFUSED,
                    "header row " + row.value() + " is not in tab \"" + tab.title() + "\": expected 1 to "
                            + tab.rowCount() + "; nothing was written");
        }
        List<String> headers = headers(tab, row.value());
        return new Sketch(
                id.value(),
                tab.title(),
                visible(book).stream()
                        .map(Workbook.Tab::title)
                        .filter(other -> !other.equals(tab.title()))
                        .toList(),
                row,
                headers,
                key(tab, row.value(), headers),
                schema(book, tab));
    }

    private Workbook.Tab tab(Workbook book, Optional<String> title) {
        List<Workbook.Tab> tabs = visible(book);
        Optional<Workbook.Tab> found =
                title.isPresent() ? book.tab(title.get()) : tabs.stream().findFirst();
        return found.orElseThrow(() -> new CliFailure(
                Exit.REFUSED,
                "tab \"" + title.orElse("") + "\" is not in spreadsheet \"" + id + "\": expected one of "
                        + tabs.stream().map(tab -> "\"" + tab.title() + "\"").collect(Collectors.joining(", "))
                        + "; nothing was written"));
    }

    private static List<Workbook.Tab> visible(Workbook book) {
        return book.tabs().stream()
                .filter(tab -> !tab.hidden())
                .sorted(Comparator.comparingInt(Workbook.Tab::index))
                .toList();
    }

    private List<List<Cell>> rows(Workbook.Tab tab, int start, int end) {
        List<List<Cell>> rows = new ArrayList<>();
        int last = Math.min(end, tab.rowCount());
        if (start < last && tab.columnCount() > 0) {
            GridArea area = new GridArea(tab.sheetId(), start, last, 0, tab.columnCount());
            reader.scan(id, area, (seen, row, cells) -> {
                // rows without content are not told
                while (rows.size() < row - start) {
                    rows.add(List.of());
                }
                rows.add(List.copyOf(cells));
            });
        }
        return rows;
    }

    private List<String> headers(Workbook.Tab tab, int headerRow) {
        List<String> texts = new ArrayList<>();
        rows(tab, headerRow - 1, headerRow).stream()
                .flatMap(List::stream)
                .forEach(cell -> texts.add(cell.content().asText()));
        while (!texts.isEmpty() && texts.getLast().isBlank()) {
            texts.removeLast();
        }
        return texts;
    }

    private Guess<Optional<String>> key(Workbook.Tab tab, int headerRow, List<String> headers) {
        KeyGuess guess = new KeyGuess(headers);
        if (headerRow < tab.rowCount() && !headers.isEmpty()) {
            GridArea body = new GridArea(tab.sheetId(), headerRow, tab.rowCount(), 0, headers.size());
            reader.scan(id, body, (area, row, cells) -> guess.add(cells));
        }
        return guess.guess();
    }

    /** Versions are recorded by schema name alone: this tab's is the one named after it, or the only one there is. */
    private static Optional<Sketch.Schema> schema(Workbook book, Workbook.Tab tab) {
        List<Sketch.Schema> recorded = book.metadata(SCHEMA).stream()
                .flatMap(entry -> schema(entry.value()).stream())
                .toList();
        Optional<Sketch.Schema> named = recorded.stream()
                .filter(schema -> schema.name().equals(BaselinePlan.nameOf(tab.title())))
                .findFirst();
        boolean anchored = book.metadata(ANCHOR).stream()
                .anyMatch(entry ->
                        entry.location() instanceof Workbook.Location.OfColumn on && on.sheetId() == tab.sheetId());
        return named.or(() -> anchored && recorded.size() == 1 ? Optional.of(recorded.getFirst()) : Optional.empty());
    }

    private static Optional<Sketch.Schema> schema(String value) {
        try {
            JsonNode json = Json.mapper().readTree(value);
            return json.path("plan").isTextual() && json.path("version").isTextual()
                    ? Optional.of(new Sketch.Schema(
                            json.path("plan").textValue(), json.path("version").textValue()))
                    : Optional.empty();
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }
}
