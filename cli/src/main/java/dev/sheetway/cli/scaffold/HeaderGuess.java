package dev.sheetway.cli.scaffold;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;

/** Which of a tab's first rows is its header. */
final class HeaderGuess {
    /** A header that stands lower is named by hand. */
    static final int ROWS = 20;

    private final List<List<Cell>> rows;

    private HeaderGuess(List<List<Cell>> rows) {
        this.rows = rows;
    }

    /**
     * The 1-based row.
     *
     * @param rows the tab's first ones, at most {@link #ROWS}, each from the first column on
     * @param frozen number of frozen rows
     */
    static Guess<Integer> of(List<List<Cell>> rows, int frozen) {
        HeaderGuess guess = new HeaderGuess(rows);
        if (frozen > 0 && frozen <= rows.size() && guess.isHeader(frozen - 1)) {
            return new Guess<>(frozen, "the last frozen row, and " + guess.words(frozen - 1));
        }
        for (int row = 0; row < rows.size(); row++) {
            if (guess.isHeader(row)) {
                return new Guess<>(row + 1, "the first row with " + guess.words(row));
            }
        }
        return new Guess<>(1, "no row of the first " + ROWS + " looks like a header: correct it");
    }

    private boolean isHeader(int row) {
        long filled = filled(row);
        long widest = 0;
        for (int other = 0; other < rows.size(); other++) {
            widest = Math.max(widest, filled(other));
        }
        return filled > 0 && 2 * filled >= widest && texts(row) == filled && distinct(row) == filled;
    }

    private long filled(int row) {
        return rows.get(row).stream().filter(cell -> !cell.content().isBlank()).count();
    }

    private long texts(int row) {
        return rows.get(row).stream()
                .filter(cell -> cell.content() instanceof CellContent.Text text
                        && !HeaderName.normalise(text.value()).isEmpty())
                .count();
    }

    private long distinct(int row) {
        return rows.get(row).stream()
                .map(cell -> HeaderName.normalise(cell.content().asText()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
    }

    private String words(int row) {
        return filled(row) + " texts, no two of them one name";
    }
}
