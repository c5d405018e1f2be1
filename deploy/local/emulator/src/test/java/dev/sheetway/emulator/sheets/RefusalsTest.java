package dev.sheetway.emulator.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal with Google's text, and nothing applied. */
class RefusalsTest {

    private Emulator emulator;
    private Http http;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
        id = http.spreadsheet(10, 5, "[]");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"appendDimension":{"sheetId":7,"dimension":"ROWS","length":1}} | Invalid requests[0].appendDimension: No grid with id: 7
                    {"insertDimension":{"range":{"dimension":"COLUMNS","startIndex":5,"endIndex":6}}} | Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (5) if inheritFromBefore is false.
                    {"insertDimension":{"range":{"dimension":"COLUMNS","startIndex":6,"endIndex":7},"inheritFromBefore":true}} | Invalid requests[0].insertDimension: range.startIndex is larger than current grid size (5)
                    {"deleteDimension":{"range":{"dimension":"ROWS","startIndex":10,"endIndex":11}}} | Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 10 but there are only 10 rows.
                    {"deleteDimension":{"range":{"dimension":"COLUMNS","startIndex":0,"endIndex":5}}} | Invalid requests[0].deleteDimension: You can't delete all the columns on the sheet.
                    {"updateSheetProperties":{"properties":{"sheetId":9,"title":"x"},"fields":"title"}} | Invalid requests[0].updateSheetProperties: No sheet with id: 9
                    {"updateSheetProperties":{"properties":{"hidden":true},"fields":"hidden"}} | Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.
                    {"updateSheetProperties":{"properties":{"title":"x"}}} | Invalid requests[0].updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)
                    {"addSheet":{"properties":{"title":"sheet1"}}} | Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.
                    {"addSheet":{"properties":{"title":"x","sheetId":0}}} | Invalid requests[0].addSheet: Sheet with id 0 already exists.
                    {"addSheet":{"properties":{"title":"x","sheetId":-1}}} | Invalid requests[0].addSheet: Sheet id must be non-negative.
                    {"deleteSheet":{"sheetId":0}} | Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document.
                    {"deleteSheet":{"sheetId":5}} | Invalid requests[0].deleteSheet: No sheet with id: 5
                    {"repeatCell":{"range":{"startRowIndex":10,"startColumnIndex":0,"endColumnIndex":2},"cell":{},"fields":"note"}} | Invalid requests[0].repeatCell: Range (Sheet1!A11:B) exceeds grid limits. Max rows: 10, max columns: 5
                    {"updateCells":{"start":{"columnIndex":4},"rows":[{"values":[{},{}]}],"fields":"note"}} | Invalid requests[0].updateCells: Attempting to write column: 5, beyond the last requested column of: 4
                    {"deleteProtectedRange":{"protectedRangeId":12}} | Invalid requests[0].deleteProtectedRange: No protected range with id: 12
                    {"createDeveloperMetadata":{"developerMetadata":{"metadataKey":"k","visibility":"DOCUMENT","location":{"dimensionRange":{"dimension":"ROWS","startIndex":0,"endIndex":2}}}}} | Invalid requests[0].createDeveloperMetadata: Developer metadata can only be associated with a single row or column.
                    {"addSheet":{},"deleteSheet":{"sheetId":1}} | Invalid requests[0]: Only one kind of request may be set.
                    {"addSheet":{"properties":{"colour":"red"}}} | Invalid JSON payload received. Unknown name "colour" at 'requests[0].add_sheet.properties': Cannot find field.
                    {"addSheets":{}} | Invalid JSON payload received. Unknown name "addSheets" at 'requests[0]': Cannot find field.
                    {"insertDimension":{"range":{"dimension":"SIDEWAYS"}}} | Invalid value at 'requests[0].insert_dimension.range.dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "SIDEWAYS"
                    {"deleteSheet":{"sheetId":"abc"}} | Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "abc"
                    """)
    void refusesRequestsOfABatch(String request, String message) {
        JsonNode before = http.get("/v4/spreadsheets/" + id).body();

        // a first request that would succeed shows that a batch is all or nothing
        Http.Answer answer = http.batch(id, request.strip());

        assertThat(answer.message()).isEqualTo(message.strip());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").path("status").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.body().path("error").has("errors")).isFalse();
        assertThat(http.get("/v4/spreadsheets/" + id).body()).isEqualTo(before);
    }

    @Test
    void appliesNothingWhenALaterRequestIsRefused() {
        Http.Answer answer = http.batch(
                id,
                "{\"addSheet\":{\"properties\":{\"title\":\"new\"}}}",
                "{\"updateCells\":{\"range\":{\"endRowIndex\":1,\"endColumnIndex\":1},\"fields\":\"userEnteredValue\","
                        + "\"rows\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"written\"}}]}]}}",
                "{\"deleteSheet\":{\"sheetId\":77}}");

        assertThat(answer.message()).isEqualTo("Invalid requests[2].deleteSheet: No sheet with id: 77");
        assertThat(http.get("/v4/spreadsheets/" + id + "/values/A1").body().has("values"))
                .isFalse();
        assertThat(http.get("/v4/spreadsheets/" + id).body().get("sheets")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    GET | /values/Nowhere | | 400 | Unable to parse range: Nowhere
                    GET | /values/Nowhere!A1 | | 400 | Unable to parse range: Nowhere!A1
                    GET | /values/ZZ99:ZZ100 | | 400 | Range (Sheet1!ZZ99:ZZ100) exceeds grid limits. Max rows: 10, max columns: 5
                    GET | /values/A1:F20 | | 400 | Range (Sheet1!A1:F20) exceeds grid limits. Max rows: 10, max columns: 5
                    GET | /values/A1?valueRenderOption=PRETTY | | 400 | Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "PRETTY"
                    GET | /values/A1?rendering=1 | | 400 | Invalid JSON payload received. Unknown name "rendering": Cannot bind query parameter. Field 'rendering' could not be found in request message.
                    PUT | /values/A1 | {"values":[[1]]} | 400 | 'valueInputOption' is required but not specified
                    PUT | /values/F1?valueInputOption=RAW | {"values":[[1]]} | 400 | Range (Sheet1!F1) exceeds grid limits. Max rows: 10, max columns: 5
                    PUT | /values/E1?valueInputOption=RAW | {"values":[[1,2]]} | 400 | Range (Sheet1!E1:F1) exceeds grid limits. Max rows: 10, max columns: 5
                    PUT | /values/A1:B1?valueInputOption=RAW | {"values":[[1,2,3]]} | 400 | Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]
                    PUT | /values/A1:B1?valueInputOption=RAW | {"values":[[1],[2]]} | 400 | Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]
                    PUT | /values/A1?valueInputOption=RAW | {"values":"X"} | 400 | Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "X"
                    PUT | /values/A1?valueInputOption=RAW | {"data":[]} | 400 | Invalid JSON payload received. Unknown name "data" at 'data': Cannot find field.
                    POST | /values:batchUpdate | {"valueInputOption":"RAW","data":[{"range":"A1:B1","values":[[1,2,3]]}]} | 400 | Invalid data[0]: Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]
                    POST | /values:batchClear | {"ranges":["A1","Nope!A1"]} | 400 | Invalid range[1]: Unable to parse range: Nope!A1
                    POST | :batchUpdate | {} | 400 | Must specify at least one request.
                    POST | /sheets/9:copyTo | {"destinationSpreadsheetId":"SELF"} | 400 | No sheet with id: 9
                    """)
    void refusesCallsOnValues(String method, String path, String body, int status, String message) {
        Http.Answer answer = http.send(
                method.strip(),
                "/v4/spreadsheets/" + id + path.strip(),
                body == null ? "" : body.strip().replace("SELF", id));

        assertThat(answer.message()).isEqualTo(message.strip());
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void listsTheViolationsOfABadBodyInDetails() {
        Http.Answer answer =
                http.put("/v4/spreadsheets/" + id + "/values/A1?valueInputOption=RAW", "{\"values\":\"X\"}");

        JsonNode detail = answer.body().path("error").path("details").path(0);
        assertThat(detail.path("@type").asText()).isEqualTo("type.googleapis.com/google.rpc.BadRequest");
        assertThat(detail.path("fieldViolations").path(0).path("field").asText())
                .isEqualTo("data.values");
    }

    @Test
    void saysNotFoundForAnUnknownSpreadsheet() {
        Http.Answer answer = http.get("/v4/spreadsheets/nope");

        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"error\":{\"code\":404,\"message\":\"Requested entity was not found.\",\"status\":\"NOT_FOUND\"}}");
    }

    @Test
    void countsTheCellLimitAfterEachRequest() {
        emulator.admin().settings("{\"cellLimit\":100}");

        Http.Answer answer = http.batch(id, "{\"appendDimension\":{\"dimension\":\"ROWS\",\"length\":11}}");

        assertThat(answer.message())
                .isEqualTo(
                        "Invalid requests[0].appendDimension: This action would increase the number of cells in the workbook"
                                + " above the limit of 100 cells.");
    }
}
