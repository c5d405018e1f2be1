package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.proto.MessageReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code spreadsheets.values.*ByDataFilter}. */
final class FilteredValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SheetsCore core;

    FilteredValues(SheetsCore core) {
        this.core = core;
    }

    ApiResponse get(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body = MessageReader.read(
                "BatchGetValuesByDataFilterRequest", call.request().json(), "");
        ValueRender render = ValueRender.of(
                body.path("valueRenderOption").asText(null),
                body.path("dateTimeRenderOption").asText(null),
                body.path("majorDimension").asText(null));
        try (SheetsCore.Session session = core.read(call)) {
            Map<Ranges.Target, ArrayNode> matched = new LinkedHashMap<>();
            for (JsonNode filter : body.path("dataFilters")) {
                DataFilters.targets(session.model(), filter, session.settings())
                        .forEach(target -> matched.computeIfAbsent(target, t -> JSON.arrayNode())
                                .add(filter));
            }
            ObjectNode json =
                    JSON.objectNode().put("spreadsheetId", session.model().id());
            ValueReader reader = new ValueReader(session, render);
            // not in the order that was asked [L3P]: by sheet, then by place
            matched.entrySet().stream()
                    .sorted((a, b) -> order(a.getKey(), b.getKey()))
                    .forEach(entry -> {
                        ObjectNode one = json.withArray("valueRanges").addObject();
                        Ranges.Target target = entry.getKey();
                        one.set("valueRange", reader.read(target.sheet(), target.area()));
                        one.set("dataFilters", entry.getValue());
                    });
            return ValuesMethods.masked(call, json);
        }
    }

    private static int order(Ranges.Target a, Ranges.Target b) {
        int bySheet = Integer.compare(a.sheet().uid(), b.sheet().uid());
        int byRow = Integer.compare(a.area().startRow(), b.area().startRow());
        int byColumn = Integer.compare(a.area().startColumn(), b.area().startColumn());
        return bySheet != 0 ? bySheet : byColumn != 0 ? byColumn : byRow;
    }

    ApiResponse update(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body = MessageReader.read(
                "BatchUpdateValuesByDataFilterRequest", call.request().json(), "");
        try (SheetsCore.Session session = core.write(call)) {
            ValueWriter writer =
                    new ValueWriter(session, body.path("valueInputOption").asText());
            List<ValueWriter.Written> all = new ArrayList<>();
            ArrayNode responses = JSON.arrayNode();
            for (int i = 0; i < body.path("data").size(); i++) {
                JsonNode data = body.get("data").get(i);
                try {
                    boolean columns = data.path("majorDimension").asText().equals("COLUMNS");
                    for (Ranges.Target target :
                            DataFilters.targets(session.model(), data.path("dataFilter"), session.settings())) {
                        ValueWriter.Written written = writer.write(target, data.path("values"), columns);
                        all.add(written);
                        ObjectNode one = written.json(session.model().id());
                        one.remove("spreadsheetId");
                        one.set("dataFilter", data.path("dataFilter"));
                        responses.add(one);
                    }
                } catch (ApiException e) {
                    throw e.prefixed("Invalid data[" + i + "]: ");
                }
            }
            ObjectNode json = ValuesMethods.totals(session.model().id(), all);
            if (!responses.isEmpty()) {
                json.set("responses", responses);
            }
            session.commit();
            return ValuesMethods.masked(call, json);
        }
    }

    ApiResponse clear(Call call) {
        SheetsCore.checkParameters(call);
        ObjectNode body = MessageReader.read(
                "BatchClearValuesByDataFilterRequest", call.request().json(), "");
        try (SheetsCore.Session session = core.write(call)) {
            ObjectNode json =
                    JSON.objectNode().put("spreadsheetId", session.model().id());
            for (JsonNode filter : body.path("dataFilters")) {
                for (Ranges.Target target : DataFilters.targets(session.model(), filter, session.settings())) {
                    ValuesMethods.clear(session, target);
                    json.withArray("clearedRanges").add(target.print());
                }
            }
            session.commit();
            return ValuesMethods.masked(call, json);
        }
    }
}
