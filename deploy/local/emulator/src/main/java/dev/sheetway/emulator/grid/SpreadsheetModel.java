package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The structure of one spreadsheet without its cells. Mutable while a transaction works on it; copied before that. */
public final class SpreadsheetModel {

    private final String id;
    /** The API's SpreadsheetProperties: title, locale, timeZone, autoRecalc and what else was set. */
    private ObjectNode properties;

    private final List<SheetModel> sheets = new ArrayList<>();
    private final Map<String, NamedRange> namedRanges = new LinkedHashMap<>();
    private final TreeMap<Integer, Metadata> metadata = new TreeMap<>();

    public SpreadsheetModel(String id, ObjectNode properties) {
        this.id = id;
        this.properties = properties;
    }

    public SpreadsheetModel copy() {
        SpreadsheetModel copy = new SpreadsheetModel(id, properties.deepCopy());
        sheets.forEach(sheet -> copy.sheets.add(sheet.copy(sheet.uid())));
        copy.namedRanges.putAll(namedRanges);
        copy.metadata.putAll(metadata);
        return copy;
    }

    public String id() {
        return id;
    }

    public ObjectNode properties() {
        return properties;
    }

    public void properties(ObjectNode changed) {
        properties = changed;
    }

    public String title() {
        return properties.path("title").asText();
    }

    public String locale() {
        return properties.path("locale").asText("en_US");
    }

    public List<SheetModel> sheets() {
        return sheets;
    }

    public Optional<SheetModel> sheet(int sheetId) {
        return sheets.stream().filter(sheet -> sheet.sheetId() == sheetId).findFirst();
    }

    /** Looks a title up; case does not matter [L3P]. */
    public Optional<SheetModel> sheet(String title) {
        return sheets.stream()
                .filter(sheet -> sheet.title().equals(title))
                .findFirst()
                .or(() -> sheets.stream()
                        .filter(sheet -> sheet.title().equalsIgnoreCase(title))
                        .findFirst());
    }

    public Map<String, NamedRange> namedRanges() {
        return namedRanges;
    }

    /** A named range by name; case does not matter [KNOW]. */
    public Optional<NamedRange> namedRange(String name) {
        return namedRanges.values().stream()
                .filter(range -> range.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public TreeMap<Integer, Metadata> metadata() {
        return metadata;
    }

    public long cellCount() {
        return sheets.stream().mapToLong(SheetModel::cellCount).sum();
    }
}
