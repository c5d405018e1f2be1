package dev.sheetway.contracts.plan;

import java.util.List;

/**
 * Sets or removes the data validation of an existing column, from the first row below the header to the end of the grid.
 *
 * @param strict Google refuses what breaks the rule; false: it shows a warning
 */
public record SetValidation(String column, Rule rule, boolean strict) implements Change {

    /** What a cell may hold, blank apart. */
    public sealed interface Rule {}

    /** @param regex that the cell's text must match */
    public record Pattern(String regex) implements Rule {}

    /** @param values shown as a list to choose from */
    public record OneOf(List<String> values) implements Rule {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Anything: the column's rules are removed. */
    public record Anything() implements Rule {}
}
