package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.Principal;
import dev.sheetway.emulator.drive.FileEntries;
import dev.sheetway.emulator.drive.Storage;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.proto.MessageReader;
import dev.sheetway.emulator.sheets.batch.Batch;
import dev.sheetway.emulator.sheets.batch.BatchContext;
import dev.sheetway.emulator.sheets.batch.SheetKinds;
import dev.sheetway.emulator.store.Transaction;
import java.util.ArrayList;
import java.util.List;

/** {@code spreadsheets.create}, {@code get}, {@code getByDataFilter}, {@code batchUpdate} and {@code sheets.copyTo}. */
public final class SpreadsheetMethods {

    private final SheetsCore core;

    public SpreadsheetMethods(SheetsCore core) {
        this.core = core;
    }

    static FieldMask mask(Call call, String message) {
        return FieldMask.parse(call.request().query().get("fields")).check(message);
    }

    ApiResponse create(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode resource = MessageReader.read("Spreadsheet", call.request().json(), "");
        FieldMask mask = mask(call, "Spreadsheet");
        try (Transaction tx = core.store().write()) {
            String id = core.ids().file();
            Storage.refuseServiceAccount(call.principal(), core.settings().get(), false);
            SpreadsheetModel model =
                    new NewSpreadsheet(tx, core.ids(), false, call.principal().email()).build(id, resource);
            ObjectNode entry = FileEntries.create(
                    id, model.title(), FileEntries.SPREADSHEET, core.clock().instant());
            FileEntries.addPermission(entry, call.principal().email(), "owner");
            entry.withArray("parents").add(FileEntries.rootOf(call.principal().email()));
            FileEntries.madeBy(entry, call.principal());
            tx.putSpreadsheet(model);
            tx.putFile(id, entry);
            ObjectNode json = render(tx, model, call.principal(), mask, List.of(), false);
            tx.commit();
            return ApiResponse.json(mask.apply(json));
        }
    }

    ApiResponse get(Call call) {
        SheetsCore.checkParameters(
                call, "ranges", "includeGridData", "excludeTablesInBandedRanges", "commentsViewMode");
        FieldMask mask = mask(call, "Spreadsheet");
        try (SheetsCore.Session session = core.read(call)) {
            List<Ranges.Target> ranges = ranges(session, call.request().query().all("ranges"));
            // a mask that names the data overrides includeGridData [DOC]
            boolean gridData = gridData(mask, call.request().query().flag("includeGridData"));
            ObjectNode json = render(session.tx(), session.model(), call.principal(), mask, ranges, gridData);
            return ApiResponse.streamed(mask.apply(json));
        }
    }

    private static boolean gridData(FieldMask mask, boolean asked) {
        FieldMask sheets = mask.of("sheets");
        boolean named = !mask.selectsAll() && mask.selects("sheets") && !sheets.selectsAll() && sheets.selects("data");
        return mask.selectsAll() || (mask.selects("sheets") && sheets.selectsAll()) ? asked : named;
    }

    private static List<Ranges.Target> ranges(SheetsCore.Session session, List<String> texts) {
        return texts.stream()
                .map(text -> Ranges.read(session.model(), text, session.settings()))
                .toList();
    }

    private ObjectNode render(
            Transaction tx,
            SpreadsheetModel model,
            Principal principal,
            FieldMask mask,
            List<Ranges.Target> ranges,
            boolean gridData) {
        return new SpreadsheetJson(model, tx, tx.styles(), principal.email(), SpreadsheetJson.Rows.TEXT)
                .render(mask, ranges, gridData);
    }

    ApiResponse getByDataFilter(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body = MessageReader.read(
                "GetSpreadsheetByDataFilterRequest", call.request().json(), "");
        FieldMask mask = mask(call, "Spreadsheet");
        try (SheetsCore.Session session = core.read(call)) {
            List<Ranges.Target> targets = new ArrayList<>();
            for (JsonNode filter : body.path("dataFilters")) {
                targets.addAll(DataFilters.targets(session.model(), filter, session.settings()));
            }
            if (targets.isEmpty() && body.has("dataFilters")) {
                ObjectNode none = JsonNodeFactory.instance
                        .objectNode()
                        .put("spreadsheetId", session.model().id());
                return ApiResponse.json(mask.apply(none));
            }
            boolean gridData = gridData(mask, body.path("includeGridData").asBoolean());
            ObjectNode json = render(session.tx(), session.model(), call.principal(), mask, targets, gridData);
            return ApiResponse.streamed(mask.apply(json));
        }
    }

    ApiResponse batchUpdate(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body = MessageReader.read(
                "BatchUpdateSpreadsheetRequest", call.request().json(), "");
        FieldMask mask = FieldMask.parse(call.request().query().get("fields"));
        try (SheetsCore.Session session = core.write(call)) {
            ObjectNode json = apply(session, body, mask);
            session.commit();
            return ApiResponse.streamed(mask.apply(json));
        }
    }

    /** Applies a user's edit as the owner; it is refused and logged nowhere when it does not fit the sheet. */
    public void userEdit(String spreadsheetId, ObjectNode batchUpdate) {
        ObjectNode body = MessageReader.read("BatchUpdateSpreadsheetRequest", batchUpdate, "");
        try (SheetsCore.Session session = core.open(core.store().write(), Principal.owner(), spreadsheetId, true)) {
            apply(session, body, FieldMask.ALL);
            session.commit();
        }
    }

    private ObjectNode apply(SheetsCore.Session session, ObjectNode body, FieldMask mask) {
        ArrayNode replies = Batch.apply(context(session), body.path("requests"));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("spreadsheetId", session.model().id());
        json.set("replies", replies);
        if (body.path("includeSpreadsheetInResponse").asBoolean() && mask.selects("updatedSpreadsheet")) {
            List<String> texts = new ArrayList<>();
            body.path("responseRanges").forEach(range -> texts.add(range.asText()));
            // responseIncludeGridData is ignored when a field mask is set [DISC]
            FieldMask inner = mask.of("updatedSpreadsheet").check("Spreadsheet");
            boolean gridData =
                    gridData(inner, body.path("responseIncludeGridData").asBoolean());
            List<Ranges.Target> ranges = ranges(session, texts);
            json.set(
                    "updatedSpreadsheet",
                    render(session.tx(), session.model(), session.principal(), inner, ranges, gridData));
        }
        if (session.settings().commentUpdateState()) {
            json.put("commentUpdateState", "NO_UPDATES_REQUESTED");
        }
        return json;
    }

    private BatchContext context(SheetsCore.Session session) {
        return new BatchContext(
                session.model(),
                session.tx(),
                session.tx().styles(),
                session.settings(),
                core.ids(),
                session.protections(),
                FileEntries.owner(session.entry()),
                FileEntries.editors(session.tx(), session.entry()),
                session.today(),
                new ArrayList<>());
    }

    /** Needs to read the source and to write the destination; the copy is last and called {@code Copy of X} [DISC][L3P]. */
    ApiResponse copyTo(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body = MessageReader.read(
                "CopySheetToAnotherSpreadsheetRequest", call.request().json(), "");
        String destination = body.path("destinationSpreadsheetId").asText();
        int sheetId = number(call.variable("sheetId"), "sheet_id");
        try (SheetsCore.Session session = core.open(core.store().write(), call.principal(), destination, true)) {
            String sourceId = call.variable("spreadsheetId");
            FileEntries.forSheets(session.tx(), call.principal(), sourceId, false, session.settings());
            SpreadsheetModel source = session.tx().spreadsheet(sourceId).orElseThrow(ApiException::notFound);
            SheetModel sheet =
                    source.sheet(sheetId).orElseThrow(() -> ApiException.invalid("No sheet with id: " + sheetId));
            BatchContext context = context(session);
            SpreadsheetModel model = session.model();
            int newId = core.ids().number(n -> model.sheet(n).isPresent());
            SheetModel copy =
                    SheetKinds.copy(context, source, sheet, newId, SheetKinds.copyTitle(model, sheet.title()));
            model.sheets().add(copy);
            ObjectNode json = SheetJson.properties(model, copy);
            session.commit();
            return ApiResponse.json(mask(call, "SheetProperties").apply(json));
        }
    }

    static int number(String text, String field) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ApiException.invalid("Invalid value at '" + field + "' (TYPE_INT32), \"" + text + "\"");
        }
    }

    ApiResponse metadata(Call call) {
        SheetsCore.checkParameters(call);
        int id = number(call.variable("metadataId"), "metadata_id");
        try (SheetsCore.Session session = core.read(call)) {
            var entry = session.model().metadata().get(id);
            if (entry == null) {
                throw new ApiException(
                        404, "NOT_FOUND", "notFound", "global", "No developer metadata with id: " + id, List.of());
            }
            return ApiResponse.json(mask(call, "DeveloperMetadata").apply(MetadataJson.of(entry, session.model())));
        }
    }

    ApiResponse searchMetadata(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body = MessageReader.read(
                "SearchDeveloperMetadataRequest", call.request().json(), "");
        try (SheetsCore.Session session = core.read(call)) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            for (var entry : session.model().metadata().values()) {
                ArrayNode filters = JsonNodeFactory.instance.arrayNode();
                for (JsonNode filter : body.path("dataFilters")) {
                    if (DataFilters.metadata(session.model(), filter, session.settings())
                            .contains(entry)) {
                        filters.add(filter);
                    }
                }
                if (!filters.isEmpty()) {
                    ObjectNode match =
                            json.withArray("matchedDeveloperMetadata").addObject();
                    match.set("developerMetadata", MetadataJson.of(entry, session.model()));
                    match.set("dataFilters", filters);
                }
            }
            return ApiResponse.json(
                    FieldMask.parse(call.request().query().get("fields")).apply(json));
        }
    }
}
