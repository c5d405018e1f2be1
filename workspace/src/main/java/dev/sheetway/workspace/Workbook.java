package dev.sheetway.workspace;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.List;
import java.util.Optional;

/** The structure of a spreadsheet at one instant. */
public record Workbook(
        SpreadsheetId id,
        String title,
        String locale,
        String timeZone,
        List<Tab> tabs,
        List<NamedRange> namedRanges,
        List<Metadata> metadata) {
    public Workbook {
        tabs = List.copyOf(tabs);
        namedRanges = List.copyOf(namedRanges);
        metadata = List.copyOf(metadata);
    }

    /** The tab of that title; Google compares titles without case. */
    public Optional<Tab> tab(String title) {
        return tabs.stream().filter(tab -> tab.title().equalsIgnoreCase(title)).findFirst();
    }

    public Optional<Tab> tab(int sheetId) {
        return tabs.stream().filter(tab -> tab.sheetId() == sheetId).findFirst();
    }

    /** Some tab that a named range can stand on: a chart sheet has no cells. */
    public Tab slotTab() {
        return tabs.stream().filter(Tab::hasGrid).findFirst().orElseGet(tabs::getFirst);
    }

    /** Entries under {@code key}, wherever they are attached. */
    public List<Metadata> metadata(String key) {
        return metadata.stream().filter(entry -> entry.key().equals(key)).toList();
    }

    public boolean hasNamedRange(String name) {
        return namedRanges.stream().anyMatch(range -> range.name().equals(name));
    }

    /** @param protectedAreas number of protected ranges on the tab */
    public record Tab(
            int sheetId,
            String title,
            int index,
            int rowCount,
            int columnCount,
            boolean hidden,
            int frozenRows,
            int frozenColumns,
            int protectedAreas) {
        public boolean hasGrid() {
            return rowCount > 0 && columnCount > 0;
        }
    }

    /** @param area may reach to {@link GridArea#END}; empty when the range is no longer valid */
    public record NamedRange(String id, String name, Optional<GridArea> area) {}

    /** An entry of developer metadata; it moves with the column that it is attached to. */
    public record Metadata(int id, String key, String value, Location location) {}

    public sealed interface Location {
        record OfSpreadsheet() implements Location {}

        record OfTab(int sheetId) implements Location {}

        record OfColumn(int sheetId, int columnIndex) implements Location {}

        record OfRow(int sheetId, int rowIndex) implements Location {}
    }
}
