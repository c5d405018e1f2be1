package dev.sheetway.examples.zeues;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.HeaderName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The tab Operaciones as {@code values.get} gives it, header row first. */
record Grid(JsonNode values) {

    List<String> header() {
        List<String> texts = new ArrayList<>();
        values.path(0).forEach(cell -> texts.add(cell.asText()));
        return texts;
    }

    /** 0-based. */
    int column(String name) {
        return IntStream.range(0, header().size())
                .filter(index -> HeaderName.same(header().get(index), name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name));
    }

    /** 0-based rows of the grid that have a tag. */
    List<Integer> realRows() {
        int tag = column("TAG_SPOOL");
        return IntStream.range(1, values.size())
                .filter(row -> !values.path(row).path(tag).asText().isBlank())
                .boxed()
                .toList();
    }

    JsonNode cell(int row, String name) {
        return values.path(row).path(column(name));
    }

    List<Spool> spools(SchemaMode mode) {
        List<List<?>> rows = new ArrayList<>();
        for (int row = 1; row < values.size(); row++) {
            List<Object> cells = new ArrayList<>();
            values.path(row).forEach(cell -> cells.add(cell.isNumber() ? cell.numberValue() : cell.asText()));
            rows.add(cells);
        }
        return new SpoolTable(header(), mode).spools(rows);
    }

    /** The first {@code count} columns of every row, trailing blanks left out. */
    List<List<String>> firstColumns(int count) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : values) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < Math.min(count, row.size()); column++) {
                cells.add(row.path(column).toString());
            }
            while (!cells.isEmpty() && cells.getLast().equals("\"\"")) {
                cells.removeLast();
            }
            rows.add(cells);
        }
        return rows;
    }
}
