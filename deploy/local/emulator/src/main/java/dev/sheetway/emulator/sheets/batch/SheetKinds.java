package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Axis;
import dev.sheetway.emulator.grid.Metadata;
import dev.sheetway.emulator.grid.Protection;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.sheets.SheetJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sheets: add, delete, duplicate. */
public final class SheetKinds {

    private static final int DEFAULT_ROWS = 1000;
    private static final int DEFAULT_COLUMNS = 26;
    private static final int MAX_TITLE = 100;

    private SheetKinds() {}

    /** 1000 by 26 unless told, a random id unless told, last unless told [REC]. */
    static Optional<ObjectNode> add(BatchContext batch, ObjectNode request) {
        ObjectNode json = request.path("properties") instanceof ObjectNode given ? given : request.objectNode();
        String type = json.path("sheetType").asText("GRID");
        if (!type.equals("GRID")) {
            throw ApiException.notEmulated("a sheet of type " + type);
        }
        String title = json.path("title").asText();
        if (title.isEmpty()) {
            title = freeTitle(batch.model());
        }
        checkTitle(batch.model(), title);
        int sheetId = newSheetId(batch, json, "sheetId");
        JsonNode grid = json.path("gridProperties");
        SheetModel sheet = new SheetModel(
                batch.cells().newSheetUid(),
                sheetId,
                title,
                Axis.ofSize(size(grid, "rowCount", DEFAULT_ROWS)),
                Axis.ofSize(size(grid, "columnCount", DEFAULT_COLUMNS)));
        insert(batch.model(), sheet, json);
        sheet.hidden(json.path("hidden").asBoolean());
        SheetPropertiesKind.look(sheet, json);
        batch.checkCellLimit();
        return reply(batch.model(), sheet);
    }

    static int size(JsonNode grid, String field, int fallback) {
        int size = grid.has(field) ? grid.get(field).intValue() : fallback;
        if (size < 1) {
            throw ApiException.invalid("gridProperties." + field + " must be greater than 0.");
        }
        return size;
    }

    private static String freeTitle(SpreadsheetModel model) {
        int number = model.sheets().size() + 1;
        while (model.sheet("Sheet" + number).isPresent()) {
            number++;
        }
        return "Sheet" + number;
    }

    /** Titles are unique without regard to case, and at most 100 characters long [L3P]. */
    public static void checkTitle(SpreadsheetModel model, String title) {
        if (title.length() > MAX_TITLE) {
            throw ApiException.invalid("The sheet name cannot be greater than 100 characters.");
        }
        if (model.sheet(title).isPresent()) {
            throw ApiException.invalid(
                    "A sheet with the name \"" + title + "\" already exists. Please enter another name.");
        }
    }

    private static int newSheetId(BatchContext batch, JsonNode json, String field) {
        if (!json.has(field)) {
            return batch.ids().number(n -> batch.model().sheet(n).isPresent());
        }
        int id = json.get(field).intValue();
        if (id < 0) {
            throw ApiException.invalid("Sheet id must be non-negative.");
        }
        if (batch.model().sheet(id).isPresent()) {
            throw ApiException.invalid("Sheet with id " + id + " already exists.");
        }
        return id;
    }

    private static void insert(SpreadsheetModel model, SheetModel sheet, JsonNode json) {
        int index = json.has("index")
                ? json.get("index").intValue()
                : model.sheets().size();
        if (index < 0 || index > model.sheets().size()) {
            throw ApiException.invalid(
                    "Sheet index must be between 0 and " + model.sheets().size() + ".");
        }
        model.sheets().add(index, sheet);
    }

    private static Optional<ObjectNode> reply(SpreadsheetModel model, SheetModel sheet) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("properties", SheetJson.properties(model, sheet));
        return Optional.of(reply);
    }

    static void delete(BatchContext batch, ObjectNode request) {
        int sheetId = request.path("sheetId").asInt();
        SheetModel sheet =
                batch.model().sheet(sheetId).orElseThrow(() -> ApiException.invalid("No sheet with id: " + sheetId));
        boolean lastVisible =
                batch.model().sheets().stream().noneMatch(other -> other.uid() != sheet.uid() && !other.hidden());
        if (lastVisible) {
            throw ApiException.invalid("You can't remove all the visible sheets in a document.");
        }
        batch.protections().check(sheet, sheet.all());
        batch.structure().deleteSheet(sheet);
    }

    static Optional<ObjectNode> duplicate(BatchContext batch, ObjectNode request) {
        SheetModel source = batch.model()
                .sheet(request.path("sourceSheetId").asInt())
                .orElseThrow(() -> ApiException.invalid(
                        "No sheet with id: " + request.path("sourceSheetId").asInt()));
        String title = request.path("newSheetName").asText();
        if (title.isEmpty()) {
            title = copyTitle(batch.model(), source.title());
        }
        checkTitle(batch.model(), title);
        int index = request.path("insertSheetIndex").asInt();
        if (index < 0 || index > batch.model().sheets().size()) {
            throw ApiException.invalid("Sheet index must be between 0 and "
                    + batch.model().sheets().size() + ".");
        }
        SheetModel copy = copy(batch, batch.model(), source, newSheetId(batch, request, "newSheetId"), title);
        batch.model().sheets().add(index, copy);
        batch.checkCellLimit();
        return reply(batch.model(), copy);
    }

    /** A free title of the form {@code Copy of X}, {@code Copy of X 2} [L3P]. */
    public static String copyTitle(SpreadsheetModel model, String title) {
        String copy = "Copy of " + title;
        for (int i = 2; model.sheet(copy).isPresent(); i++) {
            copy = "Copy of " + title + " " + i;
        }
        return copy;
    }

    /**
     * Copies a sheet, of this or of another spreadsheet, with its cells. Whether its metadata comes along is a setting (open
     * question).
     */
    public static SheetModel copy(
            BatchContext batch, SpreadsheetModel from, SheetModel source, int sheetId, String title) {
        SheetModel copy = source.copy(batch.cells().newSheetUid());
        copy.title(title);
        copy.hidden(false);
        copy.renumber(sheetId);
        batch.cells().copySheet(source.uid(), copy.uid());
        List<Protection> protections = new ArrayList<>();
        for (Protection protection : copy.protections()) {
            int id = batch.ids().number(n -> false);
            protections.add(new Protection(id, protection.box(), protection.open(), protection.rest()));
        }
        copy.protections().clear();
        copy.protections().addAll(protections);
        if (batch.settings().metadataOnSheetCopy() == Settings.OnCopy.KEEP) {
            for (Metadata entry : List.copyOf(from.metadata().values())) {
                Metadata.Place place = moved(entry.place(), source.sheetId(), sheetId);
                if (place != null) {
                    int id = batch.ids().number(batch.model().metadata()::containsKey);
                    batch.model()
                            .metadata()
                            .put(id, new Metadata(id, entry.key(), entry.value(), entry.visibility(), place));
                }
            }
        }
        return copy;
    }

    private static Metadata.@Nullable Place moved(Metadata.Place place, int from, int to) {
        return switch (place) {
            case Metadata.Place.Whole whole -> null;
            case Metadata.Place.OnSheet on -> on.sheetId() == from ? new Metadata.Place.OnSheet(to) : null;
            case Metadata.Place.OnDimension on ->
                on.sheetId() == from ? new Metadata.Place.OnDimension(to, on.rows(), on.dimensionId()) : null;
        };
    }
}
