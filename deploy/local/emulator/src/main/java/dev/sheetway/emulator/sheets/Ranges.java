package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.a1.A1Parser;
import dev.sheetway.emulator.a1.A1Range;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.a1.ColumnNames;
import dev.sheetway.emulator.a1.SheetTitles;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.NamedRange;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves what a request names to a rectangle of a sheet. */
public final class Ranges {

    /**
     * A rectangle of a sheet.
     *
     * @param bounded whether the request named more than one cell, which limits a write [L3P]
     */
    public record Target(SheetModel sheet, Area area, boolean bounded) {

        public String print() {
            return area.print(sheet.title());
        }
    }

    private Ranges() {}

    /**
     * Resolves A1 notation for a read.
     *
     * @throws ApiException 400 {@code Unable to parse range} [L3P], or when it starts outside the grid [REC], or, by default,
     *     when it ends outside (open question)
     */
    public static Target read(SpreadsheetModel model, String text, Settings settings) {
        return resolve(model, text, settings.partiallyOutOfGridRead() == Settings.PartialRead.CLAMP);
    }

    /** Resolves A1 notation for a write, which must lie inside the grid [REC]. */
    public static Target write(SpreadsheetModel model, String text) {
        return resolve(model, text, false);
    }

    private static Target resolve(SpreadsheetModel model, String text, boolean clamp) {
        A1Range range = A1Parser.parse(text).orElseThrow(() -> unparsable(text));
        if (range.name() != null) {
            return byName(model, range, range.name());
        }
        SheetModel sheet = range.title() == null
                ? model.sheets().getFirst()
                : model.sheet(range.title()).orElseThrow(() -> unparsable(text));
        GridBox box = new GridBox(
                sheet.sheetId(),
                range.startRow(),
                range.endRow() == null ? null : Integer.valueOf(range.endRow() + 1),
                range.startColumn(),
                range.endColumn() == null ? null : Integer.valueOf(range.endColumn() + 1));
        return resolve(sheet, box, clamp);
    }

    private static Target byName(SpreadsheetModel model, A1Range range, String name) {
        if (range.title() != null && model.sheet(range.title()).isEmpty()) {
            throw unparsable(range.text());
        }
        Optional<NamedRange> named = model.namedRange(name);
        if (named.isPresent() && named.get().box() != null) {
            GridBox box = named.get().box();
            SheetModel sheet = sheet(model, box.sheetId());
            return new Target(
                    sheet, box.area(sheet.rows().size(), sheet.columns().size()), true);
        }
        Optional<SheetModel> sheet = range.title() == null ? model.sheet(name) : Optional.empty();
        return sheet.map(found -> new Target(found, found.all(), true)).orElseThrow(() -> unparsable(range.text()));
    }

    private static Target resolve(SheetModel sheet, GridBox box, boolean clamp) {
        int rows = sheet.rows().size();
        int columns = sheet.columns().size();
        Area area = box.area(rows, columns);
        boolean startsOutside = area.startRow() >= rows || area.startColumn() >= columns;
        boolean endsOutside = area.endRow() > rows || area.endColumn() > columns;
        if (startsOutside || (endsOutside && !clamp)) {
            throw exceeds(sheet, box);
        }
        boolean single = area.rows() == 1 && area.columns() == 1;
        return new Target(sheet, area.intersection(sheet.all()), !single);
    }

    private static ApiException unparsable(String text) {
        return ApiException.invalid("Unable to parse range: " + text);
    }

    /** {@code Range (Sheet!AA1) exceeds grid limits. Max rows: R, max columns: C} [REC]. */
    static ApiException exceeds(SheetModel sheet, GridBox box) {
        return ApiException.invalid("Range (" + SheetTitles.quoted(sheet.title()) + "!" + print(box)
                + ") exceeds grid limits. Max rows: " + sheet.rows().size() + ", max columns: "
                + sheet.columns().size());
    }

    private static String print(GridBox box) {
        String first = corner(box.startRow(), box.startColumn());
        String second = corner(before(box.endRow()), before(box.endColumn()));
        return first.equals(second) || second.isEmpty() ? first : first + ":" + second;
    }

    private static @Nullable Integer before(@Nullable Integer end) {
        return end == null ? null : Integer.valueOf(end - 1);
    }

    private static String corner(@Nullable Integer row, @Nullable Integer column) {
        return (column == null ? "" : ColumnNames.of(column)) + (row == null ? "" : Integer.toString(row + 1));
    }

    /** The sheet of a range in a batch; others say "sheet" where these say "grid" [L3P]. */
    public static SheetModel sheet(SpreadsheetModel model, int sheetId) {
        return model.sheet(sheetId).orElseThrow(() -> ApiException.invalid("No grid with id: " + sheetId));
    }

    /**
     * Resolves a GridRange of a batch: it must start inside the grid; what lies outside is cut off, and the grid does not grow
     * [L3P].
     */
    public static Target grid(SpreadsheetModel model, JsonNode gridRange) {
        GridBox box = GridBox.of(gridRange);
        SheetModel sheet = sheet(model, box.sheetId());
        Area area = box.area(sheet.rows().size(), sheet.columns().size());
        if (area.startRow() < 0 || area.startColumn() < 0) {
            throw ApiException.invalid("range start index must be non-negative.");
        }
        if (area.startRow() > area.endRow() || area.startColumn() > area.endColumn()) {
            boolean openEnd = box.endRow() == null || box.endColumn() == null;
            throw openEnd
                    ? exceeds(sheet, box)
                    : ApiException.invalid("range end index must not be less than its start.");
        }
        if (area.startRow() >= sheet.rows().size()
                || area.startColumn() >= sheet.columns().size()) {
            throw exceeds(sheet, box);
        }
        return new Target(sheet, area.intersection(sheet.all()), true);
    }
}
