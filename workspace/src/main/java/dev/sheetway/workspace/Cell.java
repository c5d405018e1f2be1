package dev.sheetway.workspace;

import java.util.Optional;

/**
 * A cell as entered.
 *
 * @param format the number format that was set on it; empty: none set
 * @param validation canonical JSON of the data validation rule on it; empty: none
 */
public record Cell(CellContent content, Optional<NumberFormat> format, Optional<String> validation) {}
