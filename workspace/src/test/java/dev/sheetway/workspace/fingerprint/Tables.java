package dev.sheetway.workspace.fingerprint;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small tables written as text: blank, {@code 1} a number, {@code =…} a formula, {@code =…!REF} one in error. */
final class Tables {
    private Tables() {}

    static Cell cell(String text) {
        return cell(content(text));
    }

    static Cell cell(CellContent content) {
        return new Cell(content, Optional.empty(), Optional.empty());
    }

    private static CellContent content(String text) {
        if (text.isEmpty()) {
            return CellContent.BLANK;
        }
        if (text.startsWith("=")) {
            int error = text.indexOf("!!");
            return error < 0
                    ? new CellContent.Formula(text, "")
                    : new CellContent.Formula(text.substring(0, error), text.substring(error + 2));
        }
        return text.matches("[0-9]+") ? new CellContent.Number(Double.parseDouble(text)) : new CellContent.Text(text);
    }

    /** Rows of comma-separated cells, from row 0 and column 0 on. */
    static void scan(RowVisitor visitor, String... rows) {
        int width = Arrays.stream(rows)
                .mapToInt(row -> row.split(",", -1).length)
                .max()
                .orElse(1);
        GridArea area = new GridArea(0, 0, rows.length, 0, width);
        for (int i = 0; i < rows.length; i++) {
            List<Cell> cells =
                    Arrays.stream(rows[i].split(",", -1)).map(Tables::cell).toList();
            visitor.row(area, i, cells);
        }
    }

    static RowHashes hashes(int key, String... rows) {
        int width = rows[0].split(",", -1).length;
        RowHashes hashes = new RowHashes(IntStream.range(0, width).boxed().toList(), key);
        scan(hashes, rows);
        return hashes;
    }
}
