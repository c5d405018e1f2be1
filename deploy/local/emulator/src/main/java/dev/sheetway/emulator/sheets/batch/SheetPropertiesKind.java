package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.formula.AxisChange;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.sheets.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code updateSheetProperties}: title, index, size, visibility and looks [REC]. */
public final class SheetPropertiesKind {

    private static final List<String> GRID_LOOK = List.of(
            "frozenRowCount", "frozenColumnCount", "hideGridlines", "rowGroupControlAfter", "columnGroupControlAfter");

    private SheetPropertiesKind() {}

    static void apply(BatchContext batch, ObjectNode request) {
        ObjectNode given = BatchContext.object(request, "properties");
        String fields = request.path("fields").asText();
        if (fields.isBlank()) {
            throw ApiException.invalid(
                    "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
        }
        FieldMask mask = FieldMask.parse(fields).check("SheetProperties");
        int sheetId = given.path("sheetId").asInt();
        SheetModel sheet =
                batch.model().sheet(sheetId).orElseThrow(() -> ApiException.invalid("No sheet with id: " + sheetId));
        batch.protections().check(sheet);
        if (mask.selects("title")) {
            rename(batch, sheet, given.path("title").asText());
        }
        if (mask.selects("gridProperties")) {
            grid(batch, sheet, given.path("gridProperties"), mask.of("gridProperties"));
        }
        if (mask.selects("hidden")) {
            hide(batch, sheet, given.path("hidden").asBoolean());
        }
        if (mask.selects("tabColor") || mask.selects("tabColorStyle")) {
            color(sheet, given);
        }
        if (mask.selects("rightToLeft")) {
            set(sheet.look(), "rightToLeft", given.get("rightToLeft"));
        }
        if (mask.selects("index") && !(mask.selectsAll() && !given.has("index"))) {
            move(
                    batch,
                    sheet,
                    given.has("index")
                            ? given.get("index").intValue()
                            : batch.model().sheets().size());
        }
    }

    private static void rename(BatchContext batch, SheetModel sheet, String title) {
        if (title.equals(sheet.title())) {
            return;
        }
        if (title.isEmpty()) {
            throw ApiException.invalid("The sheet name cannot be empty.");
        }
        if (!title.equalsIgnoreCase(sheet.title())) {
            SheetKinds.checkTitle(batch.model(), title);
        }
        batch.structure().rename(sheet, title);
    }

    private static void grid(BatchContext batch, SheetModel sheet, JsonNode given, FieldMask mask) {
        if (mask.selects("rowCount") && !(mask.selectsAll() && !given.has("rowCount"))) {
            resize(batch, sheet, true, SheetKinds.size(given, "rowCount", 0));
        }
        if (mask.selects("columnCount") && !(mask.selectsAll() && !given.has("columnCount"))) {
            resize(batch, sheet, false, SheetKinds.size(given, "columnCount", 0));
        }
        for (String field : GRID_LOOK) {
            if (mask.selects(field)) {
                set(sheet.look(), field, given.get(field));
            }
        }
        checkFrozen(sheet);
    }

    private static void checkFrozen(SheetModel sheet) {
        if (sheet.frozenRows() > 0 && sheet.frozenRows() >= sheet.rows().size()) {
            throw ApiException.invalid("You can't freeze all visible rows on the sheet.");
        }
        if (sheet.frozenColumns() > 0
                && sheet.frozenColumns() >= sheet.columns().size()) {
            throw ApiException.invalid("You can't freeze all visible columns on the sheet.");
        }
    }

    /** Grows or shrinks at the end; the limit of cells is checked after each step, with the other size still as it was [ISS]. */
    private static void resize(BatchContext batch, SheetModel sheet, boolean rows, int size) {
        int before = sheet.axis(rows).size();
        if (size > before) {
            sheet.axis(rows, sheet.axis(rows).insert(before, size - before));
            batch.checkCellLimit();
        } else if (size < before) {
            batch.structure().change(sheet, new AxisChange.Deleted(rows, size, before - size));
        }
    }

    private static void hide(BatchContext batch, SheetModel sheet, boolean hidden) {
        sheet.hidden(hidden);
        if (batch.model().sheets().stream().allMatch(SheetModel::hidden)) {
            throw ApiException.invalid("You can't hide all the sheets in a document.");
        }
    }

    private static void color(SheetModel sheet, ObjectNode given) {
        ObjectNode only = given.objectNode();
        for (String field : List.of("tabColor", "tabColorStyle")) {
            sheet.look().remove(field);
            if (given.has(field)) {
                only.set(field, given.get(field));
            }
        }
        sheet.look().setAll(Formats.complete(only));
    }

    private static void set(ObjectNode look, String field, @Nullable JsonNode value) {
        if (value == null) {
            look.remove(field);
        } else {
            look.set(field, value);
        }
    }

    /** Indexes count before the move; the present index and the next one change nothing [DISC]. */
    private static void move(BatchContext batch, SheetModel sheet, int index) {
        List<SheetModel> sheets = batch.model().sheets();
        int before = sheets.indexOf(sheet);
        if (index < 0 || index > sheets.size()) {
            throw ApiException.invalid("Sheet index must be between 0 and " + sheets.size() + ".");
        }
        if (index != before && index != before + 1) {
            sheets.remove(before);
            sheets.add(index > before ? index - 1 : index, sheet);
        }
    }

    /** Takes over the looks that a new sheet is given. */
    public static void look(SheetModel sheet, JsonNode given) {
        JsonNode grid = given.path("gridProperties");
        for (String field : GRID_LOOK) {
            if (grid.has(field)) {
                sheet.look().set(field, grid.get(field));
            }
        }
        checkFrozen(sheet);
        if (given.has("rightToLeft")) {
            sheet.look().set("rightToLeft", given.get("rightToLeft"));
        }
        color(sheet, (ObjectNode) given);
    }
}
