package dev.sheetway.contracts.plan;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the header must look like before the migration; anything else is drift and the migration is refused.
 *
 * @param columns number of columns with a header; empty: any
 * @param headers in order; empty: any
 */
public record Expectation(OptionalInt columns, List<String> headers) {
    public Expectation {
        headers = List.copyOf(headers);
    }
}
