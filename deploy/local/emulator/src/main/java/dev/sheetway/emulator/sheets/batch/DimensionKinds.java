package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.formula.AxisChange;
import dev.sheetway.emulator.grid.Axis;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.DimensionProps;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/** Rows and columns: append, insert, delete, move, size and visibility. */
final class DimensionKinds {

    /** ZZZ, the last column that Google has [KNOW]. */
    private static final int MAX_COLUMNS = 18_278;

    private DimensionKinds() {}

    /** A resolved DimensionRange. */
    record Range(SheetModel sheet, boolean rows, int start, int end) {

        static Range of(BatchContext batch, JsonNode json) {
            SheetModel sheet = batch.sheet(json);
            boolean rows = DimensionKinds.rows(json);
            int size = sheet.axis(rows).size();
            int start = json.path("startIndex").asInt(0);
            int end = json.has("endIndex") ? json.get("endIndex").intValue() : size;
            if (start < 0) {
                throw ApiException.invalid("range.startIndex must be non-negative.");
            }
            return new Range(sheet, rows, start, end);
        }

        int count() {
            return end - start;
        }

        int size() {
            return sheet.axis(rows).size();
        }

        Area area() {
            return rows
                    ? new Area(start, end, 0, sheet.columns().size())
                    : new Area(0, sheet.rows().size(), start, end);
        }
    }

    static boolean rows(JsonNode json) {
        String dimension = json.path("dimension").asText("DIMENSION_UNSPECIFIED");
        if (dimension.equals("DIMENSION_UNSPECIFIED")) {
            throw ApiException.invalid("No dimension specified.");
        }
        return dimension.equals("ROWS");
    }

    /** At the end of the sheet; takes nothing over from the last row or column [KNOW]. */
    static void append(BatchContext batch, ObjectNode request) {
        SheetModel sheet = batch.sheet(request);
        boolean rows = rows(request);
        int length = request.path("length").asInt();
        if (length <= 0) {
            throw ApiException.invalid("length must be greater than 0.");
        }
        batch.protections().check(sheet);
        checkWidth(sheet, rows, length);
        sheet.axis(rows, sheet.axis(rows).insert(sheet.axis(rows).size(), length));
        batch.checkCellLimit();
    }

    private static void checkWidth(SheetModel sheet, boolean rows, int more) {
        if (!rows && sheet.columns().size() + more > MAX_COLUMNS) {
            throw ApiException.invalid(
                    "This action would increase the number of columns in the sheet above the limit of " + MAX_COLUMNS
                            + ".");
        }
    }

    static void insert(BatchContext batch, ObjectNode request) {
        JsonNode json = BatchContext.object(request, "range");
        Range range = Range.of(batch, json);
        boolean inherit = request.path("inheritFromBefore").asBoolean();
        if (!json.has("endIndex")) {
            throw ApiException.invalid("range must be bounded.");
        }
        if (range.count() <= 0) {
            throw ApiException.invalid("range.endIndex must be greater than range.startIndex.");
        }
        if (range.start > range.size()) {
            throw ApiException.invalid("range.startIndex is larger than current grid size (" + range.size() + ")");
        }
        if (range.start == range.size() && !inherit) {
            throw ApiException.invalid("range.startIndex must be less than the grid size (" + range.size()
                    + ") if inheritFromBefore is false.");
        }
        if (range.start == 0 && inherit) {
            throw ApiException.invalid("range.startIndex must be greater than 0 if inheritFromBefore is true.");
        }
        batch.protections().check(range.sheet);
        checkWidth(range.sheet, range.rows, range.count());
        batch.structure().change(range.sheet, new AxisChange.Inserted(range.rows, range.start, range.count()));
        batch.checkCellLimit();
        inherit(batch, range, inherit ? range.start - 1 : range.end);
    }

    /** Inserted rows and columns take over the format of a neighbour [DISC inheritFromBefore]; validation is a setting. */
    private static void inherit(BatchContext batch, Range inserted, int neighbour) {
        SheetModel sheet = inserted.sheet;
        Axis axis = sheet.axis(inserted.rows);
        DimensionProps props = axis.propsAt(neighbour);
        Map<Integer, DimensionProps> sizes = new HashMap<>();
        for (int i = inserted.start; i < inserted.end; i++) {
            sizes.put(i, new DimensionProps(props.pixelSize(), false));
        }
        sheet.axis(inserted.rows, axis.withProps(sizes));
        boolean validation = batch.settings().insertedDimensionValidation() == Settings.InsertedValidation.INHERIT;
        if (inserted.rows) {
            Row like = batch.cells()
                    .row(sheet.uid(), sheet.rows().id(neighbour))
                    .map((id, cell) -> looks(cell, validation));
            for (int i = inserted.start; like.size() > 0 && i < inserted.end; i++) {
                batch.cells().put(sheet.uid(), sheet.rows().id(i), like);
            }
            return;
        }
        int likeId = sheet.columns().id(neighbour);
        for (int r = 0; r < sheet.rows().size(); r++) {
            int rowId = sheet.rows().id(r);
            Row row = batch.cells().row(sheet.uid(), rowId);
            Cell like = looks(row.cell(likeId), validation);
            if (!like.isEmpty()) {
                for (int i = inserted.start; i < inserted.end; i++) {
                    row = row.with(sheet.columns().id(i), like);
                }
                batch.cells().put(sheet.uid(), rowId, row);
            }
        }
    }

    private static Cell looks(Cell cell, boolean validation) {
        return Cell.EMPTY.withFormat(cell.format()).withValidation(validation ? cell.validation() : 0);
    }

    static void delete(BatchContext batch, ObjectNode request) {
        Range range = Range.of(batch, BatchContext.object(request, "range"));
        String one = range.rows ? "row" : "column";
        if (range.end <= range.start) {
            throw ApiException.invalid("range.endIndex must be greater than range.startIndex.");
        }
        if (range.start >= range.size() || range.end > range.size()) {
            int missing = Math.max(range.start, range.size());
            throw ApiException.invalid("Cannot delete a " + one + " that doesn't exist. Tried to delete " + one
                    + " index " + missing + " but there are only " + range.size() + " " + one + "s.");
        }
        if (range.count() == range.size()) {
            throw ApiException.invalid("You can't delete all the " + one + "s on the sheet.");
        }
        int frozen = range.rows ? range.sheet.frozenRows() : range.sheet.frozenColumns();
        if (frozen > 0 && range.start <= frozen && range.end == range.size()) {
            throw ApiException.invalid("Sorry, it is not possible to delete all non-frozen " + one + "s.");
        }
        batch.protections().check(range.sheet, range.area());
        refuseOpenQuestions(batch, range);
        batch.structure().change(range.sheet, new AxisChange.Deleted(range.rows, range.start, range.count()));
        int frozenDeleted = Math.max(0, Math.min(range.end, frozen) - range.start);
        if (frozenDeleted > 0) {
            String field = range.rows ? "frozenRowCount" : "frozenColumnCount";
            range.sheet.look().put(field, frozen - frozenDeleted);
            if (frozen == frozenDeleted) {
                range.sheet.look().remove(field);
            }
        }
    }

    private static void refuseOpenQuestions(BatchContext batch, Range range) {
        Settings settings = batch.settings();
        if (settings.copyPasteThenDeleteInOneBatch() == Settings.InOneBatch.REFUSE
                && batch.kindsSoFar().contains("copyPaste")) {
            throw ApiException.invalid("Internal error encountered.");
        }
        boolean cutsMerge = range.sheet.merges().stream()
                .map(box -> box.area(
                        range.sheet.rows().size(), range.sheet.columns().size()))
                .anyMatch(
                        merge -> merge.intersects(range.area()) && !range.area().contains(merge));
        if (cutsMerge && settings.deleteDimensionThroughMerge() == Settings.InOneBatch.REFUSE) {
            throw ApiException.invalid("You can't delete part of a merged range.");
        }
    }

    static void move(BatchContext batch, ObjectNode request) {
        Range range = Range.of(batch, BatchContext.object(request, "source"));
        int destination = request.path("destinationIndex").asInt();
        if (range.count() <= 0 || range.end > range.size() || destination < 0 || destination > range.size()) {
            throw ApiException.invalid("source and destinationIndex must lie inside the grid.");
        }
        if (destination > range.start && destination < range.end) {
            throw ApiException.invalid("destinationIndex must not lie inside the source.");
        }
        batch.protections().check(range.sheet, range.area());
        boolean cutsMerge = range.sheet.merges().stream()
                .map(box -> box.area(
                        range.sheet.rows().size(), range.sheet.columns().size()))
                .anyMatch(
                        merge -> merge.intersects(range.area()) && !range.area().contains(merge));
        if (cutsMerge) {
            throw ApiException.invalid("You can't move part of a merged range.");
        }
        batch.structure()
                .change(range.sheet, new AxisChange.Moved(range.rows, range.start, range.count(), destination));
    }

    static void updateProperties(BatchContext batch, ObjectNode request) {
        Range range = Range.of(batch, BatchContext.object(request, "range"));
        String fields = request.path("fields").asText();
        if (fields.isBlank()) {
            throw ApiException.invalid(
                    "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
        }
        if (range.end > range.size() || range.count() < 0) {
            throw ApiException.invalid("range.endIndex is larger than current grid size (" + range.size() + ")");
        }
        FieldMask mask = FieldMask.parse(fields).check("DimensionProperties");
        JsonNode given = request.path("properties");
        Axis axis = range.sheet.axis(range.rows);
        Map<Integer, DimensionProps> changed = new HashMap<>();
        for (int i = range.start; i < range.end; i++) {
            DimensionProps before = axis.propsAt(i);
            changed.put(
                    i,
                    new DimensionProps(
                            mask.selects("pixelSize") ? given.path("pixelSize").asInt() : before.pixelSize(),
                            mask.selects("hiddenByUser")
                                    ? given.path("hiddenByUser").asBoolean()
                                    : before.hiddenByUser()));
        }
        range.sheet.axis(range.rows, axis.withProps(changed));
    }
}
