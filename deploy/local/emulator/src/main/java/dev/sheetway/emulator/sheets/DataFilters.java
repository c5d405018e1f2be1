package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.Metadata;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** Data filters: by A1 range, by grid range, or by developer metadata [DISC]. */
public final class DataFilters {

    private DataFilters() {}

    /** The entries of metadata that a filter selects. */
    public static List<Metadata> metadata(SpreadsheetModel model, JsonNode filter, Settings settings) {
        if (filter.has("developerMetadataLookup")) {
            JsonNode lookup = filter.get("developerMetadataLookup");
            return model.metadata().values().stream()
                    .filter(entry -> matches(model, entry, lookup))
                    .toList();
        }
        Ranges.Target target = range(model, filter, settings);
        return model.metadata().values().stream()
                .filter(entry -> intersects(model, entry, target))
                .toList();
    }

    /** The parts of the grid that a filter selects; metadata selects its row, column or sheet. */
    static List<Ranges.Target> targets(SpreadsheetModel model, JsonNode filter, Settings settings) {
        if (!filter.has("developerMetadataLookup")) {
            return List.of(range(model, filter, settings));
        }
        List<Ranges.Target> targets = new ArrayList<>();
        for (Metadata entry : metadata(model, filter, settings)) {
            switch (entry.place()) {
                case Metadata.Place.Whole whole ->
                    model.sheets().forEach(sheet -> targets.add(new Ranges.Target(sheet, sheet.all(), true)));
                case Metadata.Place.OnSheet on -> {
                    SheetModel sheet = Ranges.sheet(model, on.sheetId());
                    targets.add(new Ranges.Target(sheet, sheet.all(), true));
                }
                case Metadata.Place.OnDimension on ->
                    targets.add(new Ranges.Target(Ranges.sheet(model, on.sheetId()), area(model, on), true));
            }
        }
        return targets;
    }

    private static Ranges.Target range(SpreadsheetModel model, JsonNode filter, Settings settings) {
        if (filter.has("a1Range")) {
            return Ranges.read(model, filter.get("a1Range").asText(), settings);
        }
        if (filter.has("gridRange")) {
            return Ranges.grid(model, filter.get("gridRange"));
        }
        throw ApiException.invalid("Must specify a filter.");
    }

    private static Area area(SpreadsheetModel model, Metadata.Place.OnDimension on) {
        SheetModel sheet = Ranges.sheet(model, on.sheetId());
        int index = MetadataJson.index(on, model);
        return on.rows()
                ? new Area(index, index + 1, 0, sheet.columns().size())
                : new Area(0, sheet.rows().size(), index, index + 1);
    }

    private static boolean intersects(SpreadsheetModel model, Metadata entry, Ranges.Target target) {
        return switch (entry.place()) {
            case Metadata.Place.Whole whole -> false;
            case Metadata.Place.OnSheet on -> on.sheetId() == target.sheet().sheetId();
            case Metadata.Place.OnDimension on ->
                on.sheetId() == target.sheet().sheetId() && area(model, on).intersects(target.area());
        };
    }

    private static boolean matches(SpreadsheetModel model, Metadata entry, JsonNode lookup) {
        return (!lookup.has("metadataId") || lookup.get("metadataId").intValue() == entry.id())
                && (!lookup.has("metadataKey")
                        || lookup.get("metadataKey").asText().equals(entry.key()))
                && (!lookup.has("metadataValue")
                        || lookup.get("metadataValue").asText().equals(entry.value()))
                && (!lookup.has("visibility")
                        || lookup.get("visibility").asText().equals(entry.visibility()))
                && (!lookup.has("locationType")
                        || lookup.get("locationType").asText().equals(type(entry.place())))
                && (!lookup.has("metadataLocation") || located(model, entry, lookup));
    }

    private static String type(Metadata.Place place) {
        return switch (place) {
            case Metadata.Place.Whole whole -> "SPREADSHEET";
            case Metadata.Place.OnSheet on -> "SHEET";
            case Metadata.Place.OnDimension on -> on.rows() ? "ROW" : "COLUMN";
        };
    }

    /** Unspecified means intersecting; what is on the spreadsheet intersects nothing else [DISC]. */
    private static boolean located(SpreadsheetModel model, Metadata entry, JsonNode lookup) {
        Metadata.Place wanted = place(model, lookup.get("metadataLocation"));
        if (entry.place().equals(wanted)) {
            return true;
        }
        boolean exact = lookup.path("locationMatchingStrategy").asText().equals("EXACT_LOCATION");
        return !exact
                && switch (wanted) {
                    case Metadata.Place.Whole whole -> false;
                    case Metadata.Place.OnSheet on -> {
                        SheetModel sheet = Ranges.sheet(model, on.sheetId());
                        yield intersects(model, entry, new Ranges.Target(sheet, sheet.all(), true));
                    }
                    case Metadata.Place.OnDimension on ->
                        intersects(
                                model,
                                entry,
                                new Ranges.Target(Ranges.sheet(model, on.sheetId()), area(model, on), true));
                };
    }

    /**
     * Reads a location: the spreadsheet, a sheet, or exactly one whole row or column.
     *
     * @throws ApiException 400 for any other range [ISS gas-fakes]
     */
    public static Metadata.Place place(SpreadsheetModel model, JsonNode location) {
        if (location.path("spreadsheet").asBoolean()) {
            return new Metadata.Place.Whole();
        }
        if (location.has("dimensionRange")) {
            JsonNode range = location.get("dimensionRange");
            SheetModel sheet = Ranges.sheet(model, range.path("sheetId").asInt());
            String dimension = range.path("dimension").asText();
            boolean rows = dimension.equals("ROWS");
            int start = range.path("startIndex").asInt();
            int end = range.has("endIndex")
                    ? range.get("endIndex").intValue()
                    : sheet.axis(rows).size();
            if (end - start != 1 || dimension.isEmpty() || dimension.equals("DIMENSION_UNSPECIFIED")) {
                throw ApiException.invalid("Developer metadata can only be associated with a single row or column.");
            }
            if (start < 0 || end > sheet.axis(rows).size()) {
                throw Ranges.exceeds(
                        sheet,
                        rows
                                ? new GridBox(sheet.sheetId(), start, end, null, null)
                                : new GridBox(sheet.sheetId(), null, null, start, end));
            }
            return new Metadata.Place.OnDimension(
                    sheet.sheetId(), rows, sheet.axis(rows).id(start));
        }
        if (location.has("sheetId")) {
            return new Metadata.Place.OnSheet(
                    Ranges.sheet(model, location.get("sheetId").intValue()).sheetId());
        }
        throw ApiException.invalid("Must specify a location.");
    }
}
