package dev.sheetway.workspace;

import java.util.Optional;

/**
 * A cell as entered.
 *
 * @param format the number format that was set on it; empty: none set
 * @param validation canonical JSON of the data validation rule on it; empty: none
 * @param look canonical JSON of its note, its other formats and its text runs, under Google's names; empty: none, or not
 *     asked for ({@link SheetReader.Rows#WITH_EVERYTHING})
 */
public record Cell(
        CellContent content, Optional<NumberFormat> format, Optional<String> validation, Optional<String> look) {
    /** Nothing at all. */
    public static final Cell EMPTY = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    /** Of whose look nothing is known. */
    public Cell(CellContent content, Optional<NumberFormat> format, Optional<String> validation) {
        this(content, format, validation, Optional.empty());
    }
}
