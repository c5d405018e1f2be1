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

/** What moves along, and what breaks, when rows, columns and sheets change. */
class StructureTest {

    private static final String INSERT_B =
            "{\"insertDimension\":{\"range\":{\"dimension\":\"COLUMNS\",\"startIndex\":1,\"endIndex\":2}}}";
    private static final String DELETE_B =
            "{\"deleteDimension\":{\"range\":{\"dimension\":\"COLUMNS\",\"startIndex\":1,\"endIndex\":2}}}";

    private Emulator emulator;
    private Http http;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
        id = http.spreadsheet(5, 4, """
                [{"values":[{"userEnteredValue":{"stringValue":"a"}},
                            {"userEnteredValue":{"numberValue":1},"userEnteredFormat":{"numberFormat":{"type":"DATE","pattern":"yyyy-mm-dd"}}},
                            {"userEnteredValue":{"formulaValue":"=B1*2"}},
                            {"userEnteredValue":{"formulaValue":"=sum(a1:c1)"}}]}]
                """);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private JsonNode get(String fields) {
        return http.get("/v4/spreadsheets/" + id + "?fields=" + fields).body();
    }

    private String formulas(String range) {
        return http.get("/v4/spreadsheets/" + id + "/values/" + range + "?valueRenderOption=FORMULA")
                .body()
                .path("values")
                .toString();
    }

    private void ok(String... requests) {
        Http.Answer answer = http.batch(id, requests);
        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
    }

    @Test
    void shiftsFormulasAndInheritsTheFormatOfTheNeighbour() {
        ok(INSERT_B);

        assertThat(formulas("A1:E1")).isEqualTo("[[\"a\",\"\",1,\"=C1*2\",\"=sum(A1:D1)\"]]");
        assertThat(get("sheets.data.rowData.values.userEnteredFormat.numberFormat.type")
                        .at("/sheets/0/data/0/rowData/0/values/1")
                        .toString())
                .isEqualTo("{\"userEnteredFormat\":{\"numberFormat\":{\"type\":\"DATE\"}}}");
    }

    @Test
    void breaksReferencesForGoodWhenTheirColumnIsDeleted() {
        ok(DELETE_B);
        ok(INSERT_B);

        assertThat(formulas("A1:D1")).isEqualTo("[[\"a\",\"\",\"=#REF!*2\",\"=sum(A1:C1)\"]]");
        assertThat(http.get("/v4/spreadsheets/" + id + "/values/C1")
                        .body()
                        .path("values")
                        .toString())
                .isEqualTo("[[\"#REF!\"]]");
        assertThat(http.get("/v4/spreadsheets/" + id + "?ranges=C1&fields=sheets.data.rowData.values.effectiveValue")
                        .body()
                        .at("/sheets/0/data/0/rowData/0/values/0/effectiveValue/errorValue/type")
                        .asText())
                .isEqualTo("REF");
    }

    @Test
    void growsAndMovesNamedRangesMergesAndProtections() {
        ok(
                "{\"addNamedRange\":{\"namedRange\":{\"name\":\"wide\",\"range\":{\"startRowIndex\":0,\"endRowIndex\":1,\"startColumnIndex\":0,\"endColumnIndex\":3}}}}",
                "{\"mergeCells\":{\"mergeType\":\"MERGE_ALL\",\"range\":{\"startRowIndex\":2,\"endRowIndex\":3,\"startColumnIndex\":1,\"endColumnIndex\":3}}}",
                "{\"addProtectedRange\":{\"protectedRange\":{\"range\":{\"startColumnIndex\":3,\"endColumnIndex\":4}}}}",
                INSERT_B);

        assertThat(get("namedRanges.range").toString())
                .isEqualTo(
                        "{\"namedRanges\":[{\"range\":{\"startRowIndex\":0,\"endRowIndex\":1,\"startColumnIndex\":0,\"endColumnIndex\":4}}]}");
        assertThat(get("sheets.merges").at("/sheets/0/merges/0").toString())
                .isEqualTo("{\"startRowIndex\":2,\"endRowIndex\":3,\"startColumnIndex\":2,\"endColumnIndex\":4}");
        assertThat(get("sheets.protectedRanges.range")
                        .at("/sheets/0/protectedRanges/0/range")
                        .toString())
                .isEqualTo("{\"startColumnIndex\":4,\"endColumnIndex\":5}");
    }

    @Test
    void hidesANamedRangeWhoseCellsAreGoneAndKeepsItsNameTaken() {
        String add =
                "{\"addNamedRange\":{\"namedRange\":{\"name\":\"b\",\"range\":{\"startRowIndex\":0,\"endRowIndex\":1,\"startColumnIndex\":1,\"endColumnIndex\":2}}}}";
        ok(add, DELETE_B);

        assertThat(get("namedRanges").toString()).isEqualTo("{}");
        assertThat(http.batch(id, add).message()).contains("a named range with that name already exists.");
    }

    @Test
    void movesMetadataWithItsColumnAndDropsItWithIt() {
        ok(
                "{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataId\":5,\"metadataKey\":\"k\",\"visibility\":\"DOCUMENT\",\"location\":{\"dimensionRange\":{\"dimension\":\"COLUMNS\",\"startIndex\":1,\"endIndex\":2}}}}}");
        ok(INSERT_B);

        assertThat(http.get("/v4/spreadsheets/" + id + "/developerMetadata/5")
                        .body()
                        .at("/location/dimensionRange")
                        .toString())
                .isEqualTo("{\"dimension\":\"COLUMNS\",\"startIndex\":2,\"endIndex\":3}");
        ok(
                "{\"moveDimension\":{\"source\":{\"dimension\":\"COLUMNS\",\"startIndex\":2,\"endIndex\":3},\"destinationIndex\":0}}");
        assertThat(http.get("/v4/spreadsheets/" + id + "/developerMetadata/5")
                        .body()
                        .at("/location/dimensionRange/startIndex")
                        .asInt())
                .isZero();
        ok("{\"deleteDimension\":{\"range\":{\"dimension\":\"COLUMNS\",\"startIndex\":0,\"endIndex\":1}}}");
        assertThat(http.get("/v4/spreadsheets/" + id + "/developerMetadata/5").status())
                .isEqualTo(404);
        assertThat(http.post(
                                "/v4/spreadsheets/" + id + "/developerMetadata:search",
                                "{\"dataFilters\":[{\"developerMetadataLookup\":{\"metadataKey\":\"k\"}}]}")
                        .body()
                        .toString())
                .isEqualTo("{}");
    }

    @Test
    void readsAColumnByItsMetadataWhereverItIs() {
        ok(
                "{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataKey\":\"k\",\"metadataValue\":\"first\",\"visibility\":\"DOCUMENT\",\"location\":{\"dimensionRange\":{\"dimension\":\"COLUMNS\",\"startIndex\":0,\"endIndex\":1}}}}}",
                "{\"insertDimension\":{\"range\":{\"dimension\":\"COLUMNS\",\"startIndex\":0,\"endIndex\":1}}}");

        Http.Answer answer = http.post(
                "/v4/spreadsheets/" + id + "/values:batchGetByDataFilter",
                "{\"dataFilters\":[{\"developerMetadataLookup\":{\"metadataKey\":\"k\"}}]}");

        assertThat(answer.body().at("/valueRanges/0/valueRange").toString())
                .isEqualTo("{\"range\":\"Sheet1!B1:B5\",\"majorDimension\":\"ROWS\",\"values\":[[\"a\"]]}");
    }

    @Test
    void renamesSheetsInFormulasAndBreaksThemWhenTheSheetGoes() {
        ok(
                "{\"addSheet\":{\"properties\":{\"title\":\"Data\",\"sheetId\":9}}}",
                "{\"updateCells\":{\"start\":{\"rowIndex\":1},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":{\"formulaValue\":\"=data!a1\"}}]}]}}",
                "{\"updateSheetProperties\":{\"properties\":{\"sheetId\":9,\"title\":\"New data\"},\"fields\":\"title\"}}");
        assertThat(formulas("A2")).isEqualTo("[[\"='New data'!A1\"]]");

        ok("{\"deleteSheet\":{\"sheetId\":9}}");
        assertThat(formulas("A2")).isEqualTo("[[\"=#REF!\"]]");
    }

    @Test
    void copiesASheetToAnotherSpreadsheetUnderANewIdAndTitle() {
        String other = http.spreadsheet(3, 3, "[]");

        Http.Answer answer = http.post(
                "/v4/spreadsheets/" + id + "/sheets/0:copyTo", "{\"destinationSpreadsheetId\":\"" + other + "\"}");

        assertThat(answer.body().get("title").asText()).isEqualTo("Copy of Sheet1");
        assertThat(answer.body().get("sheetId").asInt()).isNotZero();
        assertThat(http.get("/v4/spreadsheets/" + other
                                + "/values/'Copy%20of%20Sheet1'!A1:D1?valueRenderOption=FORMULA")
                        .body()
                        .path("values")
                        .toString())
                .isEqualTo("[[\"a\",1,\"=B1*2\",\"=sum(A1:C1)\"]]");
    }

    @Test
    void duplicatesASheetAndLaterChangesTouchOneOfThemOnly() {
        ok(
                "{\"duplicateSheet\":{\"sourceSheetId\":0,\"newSheetId\":44,\"newSheetName\":\"Twin\",\"insertSheetIndex\":1}}",
                "{\"updateCells\":{\"start\":{},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"changed\"}}]}]}}");

        assertThat(formulas("Sheet1!A1")).isEqualTo("[[\"changed\"]]");
        assertThat(formulas("Twin!A1:C1")).isEqualTo("[[\"a\",1,\"=B1*2\"]]");
    }

    @Test
    void groupsNestAndSplitAsDocumented() {
        String group = "{\"addDimensionGroup\":{\"range\":{\"dimension\":\"ROWS\",\"startIndex\":%d,\"endIndex\":%d}}}";
        ok(String.format(group, 1, 4), String.format(group, 2, 5));
        assertThat(get("sheets.rowGroups").at("/sheets/0/rowGroups").toString())
                .isEqualTo("[{\"range\":{\"dimension\":\"ROWS\",\"startIndex\":1,\"endIndex\":5},\"depth\":1},"
                        + "{\"range\":{\"dimension\":\"ROWS\",\"startIndex\":2,\"endIndex\":4},\"depth\":2}]");

        ok("{\"deleteDimensionGroup\":{\"range\":{\"dimension\":\"ROWS\",\"startIndex\":3,\"endIndex\":5}}}");
        assertThat(get("sheets.rowGroups").at("/sheets/0/rowGroups").toString())
                .isEqualTo("[{\"range\":{\"dimension\":\"ROWS\",\"startIndex\":1,\"endIndex\":4},\"depth\":1},"
                        + "{\"range\":{\"dimension\":\"ROWS\",\"startIndex\":2,\"endIndex\":3},\"depth\":2}]");
    }

    @Test
    void replacesTextAndCountsOnlyWhatChanged() {
        Http.Answer none =
                http.batch(id, "{\"findReplace\":{\"find\":\"zzz\",\"replacement\":\"y\",\"allSheets\":true}}");
        assertThat(none.body().get("replies").toString()).isEqualTo("[{\"findReplace\":{}}]");

        Http.Answer some =
                http.batch(id, "{\"findReplace\":{\"find\":\"A\",\"replacement\":\"bb\",\"allSheets\":true}}");
        assertThat(some.body().get("replies").toString())
                .isEqualTo(
                        "[{\"findReplace\":{\"valuesChanged\":1,\"rowsChanged\":1,\"sheetsChanged\":1,\"occurrencesChanged\":1}}]");
    }

    @Test
    void setsClearsAndKeepsFieldsAsTheMaskSays() {
        ok(
                "{\"repeatCell\":{\"range\":{\"startRowIndex\":0,\"endRowIndex\":1,\"startColumnIndex\":1,\"endColumnIndex\":2},\"cell\":{\"userEnteredFormat\":{\"textFormat\":{\"bold\":true}}},\"fields\":\"userEnteredFormat.textFormat.bold,note\"}}");

        assertThat(get("sheets.data.rowData.values.userEnteredFormat")
                        .at("/sheets/0/data/0/rowData/0/values/1")
                        .toString())
                .isEqualTo(
                        "{\"userEnteredFormat\":{\"numberFormat\":{\"type\":\"DATE\",\"pattern\":\"yyyy-mm-dd\"},\"textFormat\":{\"bold\":true}}}");
        ok(
                "{\"updateCells\":{\"range\":{\"startRowIndex\":0,\"endRowIndex\":1,\"startColumnIndex\":1,\"endColumnIndex\":3},\"fields\":\"*\"}}");
        assertThat(formulas("A1:D1")).isEqualTo("[[\"a\",\"\",\"\",\"=sum(A1:C1)\"]]");
    }

    @Test
    void protectsCellsFromEverybodyButOwnerAndEditors() {
        String reader = "emu.user.maria.spreadsheets";
        http.post(
                "/drive/v3/files/" + id + "/permissions",
                "{\"type\":\"user\",\"role\":\"writer\",\"emailAddress\":\"maria@example.com\"}");
        Http maria = new Http(emulator.baseUri(), reader);
        ok(
                "{\"addProtectedRange\":{\"protectedRange\":{\"range\":{\"startRowIndex\":0,\"endRowIndex\":1},\"editors\":{\"users\":[]}}}}");

        Http.Answer answer =
                maria.put("/v4/spreadsheets/" + id + "/values/A1?valueInputOption=RAW", "{\"values\":[[1]]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("You are trying to edit a protected cell or object.");
        assertThat(maria.put("/v4/spreadsheets/" + id + "/values/A2?valueInputOption=RAW", "{\"values\":[[1]]}")
                        .status())
                .isEqualTo(200);
        assertThat(http.put("/v4/spreadsheets/" + id + "/values/A1?valueInputOption=RAW", "{\"values\":[[1]]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void createsProtectionsGroupsAndMetadataThatTheResourceGives() {
        String made =
                http.post("/v4/spreadsheets", """
                        {"sheets":[{"properties":{"sheetId":7,"title":"T"},
                          "protectedRanges":[{"protectedRangeId":3,"range":{"sheetId":7,"endRowIndex":1},"editors":{"users":["a@b.c"]}}],
                          "columnGroups":[{"range":{"sheetId":7,"dimension":"COLUMNS","startIndex":1,"endIndex":3},"depth":1}],
                          "developerMetadata":[{"metadataId":5,"metadataKey":"k","visibility":"DOCUMENT","location":{"sheetId":7}}]}],
                         "developerMetadata":[{"metadataId":6,"metadataKey":"s","visibility":"DOCUMENT","location":{"spreadsheet":true}}]}
                        """).body().path("spreadsheetId").asText();

        JsonNode read = http.get("/v4/spreadsheets/" + made).body();

        assertThat(read.at("/sheets/0/protectedRanges/0").toString())
                .isEqualTo("{\"protectedRangeId\":3,\"range\":{\"sheetId\":7,\"endRowIndex\":1},"
                        + "\"editors\":{\"users\":[\"a@b.c\",\"owner@example.com\"]},\"requestingUserCanEdit\":true}");
        assertThat(read.at("/sheets/0/columnGroups/0/range/endIndex").asInt()).isEqualTo(3);
        assertThat(read.at("/sheets/0/developerMetadata/0/metadataKey").asText())
                .isEqualTo("k");
        assertThat(read.at("/developerMetadata/0/metadataKey").asText()).isEqualTo("s");
    }

    @Test
    void showsWhoMayEditOnlyToThoseWhoMay() {
        http.post(
                "/drive/v3/files/" + id + "/permissions",
                "{\"type\":\"user\",\"role\":\"writer\",\"emailAddress\":\"maria@example.com\"}");
        ok(
                "{\"addProtectedRange\":{\"protectedRange\":{\"range\":{\"startRowIndex\":0,\"endRowIndex\":1},\"editors\":{\"users\":[]}}}}");

        JsonNode seen = new Http(emulator.baseUri(), "emu.user.maria.spreadsheets")
                .get("/v4/spreadsheets/" + id + "?fields=sheets.protectedRanges")
                .body()
                .at("/sheets/0/protectedRanges/0");

        assertThat(seen.has("range")).isTrue();
        assertThat(seen.has("editors")).isFalse();
        assertThat(get("sheets.protectedRanges.editors")
                        .at("/sheets/0/protectedRanges/0/editors/users/0")
                        .asText())
                .isEqualTo("owner@example.com");
    }
}
