package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.http.Query;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.proto.MessageReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code spreadsheets.values.*} with A1 ranges. */
final class ValuesMethods {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SheetsCore core;

    ValuesMethods(SheetsCore core) {
        this.core = core;
    }

    static ApiResponse masked(Call call, ObjectNode json) {
        return ApiResponse.json(
                FieldMask.parse(call.request().query().get("fields")).apply(json));
    }

    private static ValueRender render(Query query) {
        return ValueRender.of(
                query.get("valueRenderOption"), query.get("dateTimeRenderOption"), query.get("majorDimension"));
    }

    ApiResponse get(Call call) {
        SheetsCore.checkParameters(call, "majorDimension", "valueRenderOption", "dateTimeRenderOption");
        ValueRender render = render(call.request().query());
        try (SheetsCore.Session session = core.read(call)) {
            Ranges.Target target = Ranges.read(session.model(), call.variable("range"), session.settings());
            return masked(call, new ValueReader(session, render).read(target.sheet(), target.area()));
        }
    }

    ApiResponse batchGet(Call call) {
        SheetsCore.checkParameters(call, "ranges", "majorDimension", "valueRenderOption", "dateTimeRenderOption");
        ValueRender render = render(call.request().query());
        try (SheetsCore.Session session = core.read(call)) {
            ObjectNode json =
                    JSON.objectNode().put("spreadsheetId", session.model().id());
            ValueReader reader = new ValueReader(session, render);
            List<Ranges.Target> targets = call.request().query().all("ranges").stream()
                    .map(range -> Ranges.read(session.model(), range, session.settings()))
                    .toList();
            if (!targets.isEmpty()) {
                ArrayNode ranges = json.putArray("valueRanges");
                targets.forEach(target -> ranges.add(reader.read(target.sheet(), target.area())));
            }
            return masked(call, json);
        }
    }

    /** What a write answers with when it is to repeat the values. */
    private record Echo(boolean wanted, ValueRender render) {

        static Echo of(Query query) {
            return new Echo(
                    query.flag("includeValuesInResponse"),
                    ValueRender.of(
                            query.get("responseValueRenderOption"), query.get("responseDateTimeRenderOption"), null));
        }

        static Echo of(JsonNode body) {
            return new Echo(
                    body.path("includeValuesInResponse").asBoolean(),
                    ValueRender.of(
                            body.path("responseValueRenderOption").asText(null),
                            body.path("responseDateTimeRenderOption").asText(null),
                            null));
        }
    }

    private static ObjectNode updated(
            SheetsCore.Session session, ValueWriter.Written written, Echo echo, boolean columns) {
        ObjectNode json = written.json(session.model().id());
        if (echo.wanted) {
            ValueRender render = new ValueRender(echo.render.value(), echo.render.datesAsText(), columns);
            json.set("updatedData", new ValueReader(session, render).read(written.sheet(), written.area()));
        }
        return json;
    }

    private static boolean columns(JsonNode valueRange) {
        return valueRange.path("majorDimension").asText().equals("COLUMNS");
    }

    ApiResponse update(Call call) {
        SheetsCore.checkParameters(
                call,
                "valueInputOption",
                "includeValuesInResponse",
                "responseValueRenderOption",
                "responseDateTimeRenderOption");
        Query query = call.request().query();
        ObjectNode body = MessageReader.read("ValueRange", call.request().json(), "data");
        Echo echo = Echo.of(query);
        try (SheetsCore.Session session = core.write(call)) {
            ValueWriter writer = new ValueWriter(session, inputOption(query.get("valueInputOption")));
            Ranges.Target target = Ranges.write(session.model(), call.variable("range"));
            checkSameRange(session, body, target);
            ValueWriter.Written written = writer.write(target, body.path("values"), columns(body));
            ObjectNode json = updated(session, written, echo, columns(body));
            session.commit();
            return masked(call, json);
        }
    }

    private static String inputOption(@Nullable String option) {
        return option == null ? "" : option;
    }

    /** A range in the body must be the range of the path [KNOW text]. */
    private static void checkSameRange(SheetsCore.Session session, ObjectNode body, Ranges.Target target) {
        if (body.has("range")) {
            Ranges.Target inBody =
                    Ranges.write(session.model(), body.get("range").asText());
            if (inBody.sheet().uid() != target.sheet().uid() || !inBody.area().equals(target.area())) {
                throw ApiException.invalid(
                        "Requested range: " + target.print() + " is not equal to data range: " + inBody.print());
            }
        }
    }

    ApiResponse batchUpdate(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body =
                MessageReader.read("BatchUpdateValuesRequest", call.request().json(), "");
        Echo echo = Echo.of(body);
        try (SheetsCore.Session session = core.write(call)) {
            ValueWriter writer =
                    new ValueWriter(session, body.path("valueInputOption").asText());
            List<ValueWriter.Written> all = new ArrayList<>();
            ArrayNode responses = JSON.arrayNode();
            for (int i = 0; i < body.path("data").size(); i++) {
                JsonNode data = body.get("data").get(i);
                try {
                    Ranges.Target target =
                            Ranges.write(session.model(), data.path("range").asText());
                    ValueWriter.Written written = writer.write(target, data.path("values"), columns(data));
                    all.add(written);
                    responses.add(updated(session, written, echo, columns(data)));
                } catch (ApiException e) {
                    throw e.prefixed("Invalid data[" + i + "]: ");
                }
            }
            ObjectNode json = totals(session.model().id(), all);
            if (!responses.isEmpty()) {
                json.set("responses", responses);
            }
            session.commit();
            return masked(call, json);
        }
    }

    /** Rows and columns are counted once however many ranges touch them [REC]. */
    static ObjectNode totals(String spreadsheetId, List<ValueWriter.Written> all) {
        Set<String> rows = new HashSet<>();
        Set<String> columns = new HashSet<>();
        Set<Integer> sheets = new HashSet<>();
        int cells = 0;
        for (ValueWriter.Written written : all) {
            collect(rows, written.sheet().uid(), written.rowSet());
            collect(columns, written.sheet().uid(), written.columnSet());
            if (written.cells() > 0) {
                sheets.add(written.sheet().uid());
            }
            cells += written.cells();
        }
        ObjectNode json = JSON.objectNode().put("spreadsheetId", spreadsheetId);
        if (cells > 0) {
            json.put("totalUpdatedRows", rows.size()).put("totalUpdatedColumns", columns.size());
            json.put("totalUpdatedCells", cells).put("totalUpdatedSheets", sheets.size());
        }
        return json;
    }

    private static void collect(Set<String> into, int sheetUid, BitSet indexes) {
        indexes.stream().forEach(index -> into.add(sheetUid + "/" + index));
    }

    /** The only call of this API that grows the grid [KNOW]. */
    ApiResponse append(Call call) {
        SheetsCore.checkParameters(
                call,
                "valueInputOption",
                "insertDataOption",
                "includeValuesInResponse",
                "responseValueRenderOption",
                "responseDateTimeRenderOption");
        Query query = call.request().query();
        ObjectNode body = MessageReader.read("ValueRange", call.request().json(), "data");
        Echo echo = Echo.of(query);
        try (SheetsCore.Session session = core.write(call)) {
            ValueWriter writer = new ValueWriter(session, inputOption(query.get("valueInputOption")));
            Ranges.Target target = Ranges.write(session.model(), call.variable("range"));
            SheetModel sheet = target.sheet();
            Optional<Area> table = new Tables(sheet, session.tx()).find(target.area());
            int[] size = ValueWriter.size(body.path("values"), columns(body));
            int row = table.map(Area::endRow).orElse(target.area().startRow());
            int column = table.map(Area::startColumn).orElse(target.area().startColumn());
            Area area = new Area(row, row + size[0], column, column + size[1]);
            boolean insert = "INSERT_ROWS".equals(query.get("insertDataOption")) && table.isPresent();
            AppendRoom.make(session, sheet, area, insert);
            session.protections().check(sheet, area);
            ValueWriter.Written written = writer.put(sheet, area, body.path("values"), columns(body));
            ObjectNode json =
                    JSON.objectNode().put("spreadsheetId", session.model().id());
            table.ifPresent(found -> json.put("tableRange", found.print(sheet.title())));
            json.set("updates", updated(session, written, echo, columns(body)));
            session.commit();
            return masked(call, json);
        }
    }

    ApiResponse clear(Call call) {
        SheetsCore.checkParameters(call);
        MessageReader.read("ClearValuesRequest", call.request().json(), "");
        try (SheetsCore.Session session = core.write(call)) {
            Ranges.Target target = Ranges.read(session.model(), call.variable("range"), session.settings());
            clear(session, target);
            ObjectNode json =
                    JSON.objectNode().put("spreadsheetId", session.model().id());
            json.put("clearedRange", target.print());
            session.commit();
            return masked(call, json);
        }
    }

    ApiResponse batchClear(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body =
                MessageReader.read("BatchClearValuesRequest", call.request().json(), "");
        try (SheetsCore.Session session = core.write(call)) {
            ObjectNode json =
                    JSON.objectNode().put("spreadsheetId", session.model().id());
            for (int i = 0; i < body.path("ranges").size(); i++) {
                try {
                    String range = body.get("ranges").get(i).asText();
                    Ranges.Target target = Ranges.read(session.model(), range, session.settings());
                    clear(session, target);
                    json.withArray("clearedRanges").add(target.print());
                } catch (ApiException e) {
                    throw e.prefixed("Invalid range[" + i + "]: ");
                }
            }
            session.commit();
            return masked(call, json);
        }
    }

    /** Clears what was entered; formats, notes and validation stay [DISC]. */
    static void clear(SheetsCore.Session session, Ranges.Target target) {
        SheetModel sheet = target.sheet();
        Area area = target.area();
        session.protections().check(sheet, area);
        for (int r = area.startRow(); r < area.endRow(); r++) {
            int rowId = sheet.rows().id(r);
            Row before = session.tx().row(sheet.uid(), rowId);
            if (before.size() == 0) {
                continue;
            }
            Row row = before;
            for (int c = area.startColumn(); c < area.endColumn(); c++) {
                int columnId = sheet.columns().id(c);
                if (row.cell(columnId).hasContent()) {
                    row = row.with(columnId, row.cell(columnId).withLiteral(null));
                }
            }
            if (row != before) {
                session.tx().put(sheet.uid(), rowId, row);
            }
        }
    }
}
