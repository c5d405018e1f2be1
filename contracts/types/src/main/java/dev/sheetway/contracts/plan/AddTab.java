package dev.sheetway.contracts.plan;

import java.util.List;

/**
 * Adds a tab with a header in its first row; the rollback hides it under another title, with whatever people typed.
 *
 * @param headers from the first column on; empty: a blank tab
 */
public record AddTab(String title, List<String> headers, boolean hidden) implements Change {
    public AddTab {
        headers = List.copyOf(headers);
    }
}
