package dev.sheetway.emulator.proto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.support.Http;

/** One call or more of each emulated method whose answer has a schema; {@link Http} checks the answers. */
final class Calls {

    private static final String FILTERS =
            "{\"dataFilters\":[{\"developerMetadataLookup\":{\"metadataKey\":\"k\"}},{\"gridRange\":{\"endRowIndex\":2}}]";

    private Calls() {}

    static void all(Http http, String id) {
        sheets(http, "/v4/spreadsheets/" + id, id);
        files(http, "/drive/v3/files", id);
        ok(http.get("/drive/v3/drives"));
        String drive = ok(http.post("/drive/v3/drives?requestId=r1", "{\"name\":\"another\"}"))
                .body()
                .path("id")
                .asText();
        ok(http.get("/drive/v3/drives/" + drive));
    }

    private static Http.Answer ok(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer;
    }

    private static void sheets(Http http, String path, String id) {
        ok(http.post("/v4/spreadsheets", "{\"properties\":{\"title\":\"another\"}}"));
        ok(http.get(path + "?includeGridData=true"));
        ok(http.post(
                path + ":getByDataFilter", "{\"dataFilters\":[{\"a1Range\":\"A1:B2\"}],\"includeGridData\":true}"));
        ok(http.post(
                path + ":batchUpdate",
                "{\"requests\":[{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataId\":77,\"metadataKey\":\"k\","
                        + "\"visibility\":\"DOCUMENT\",\"location\":{\"sheetId\":0}}}}]}"));
        ok(http.get(path + "/developerMetadata/77"));
        ok(http.post(path + "/developerMetadata:search", FILTERS + "}"));
        ok(http.get(path + "/values/A1:B2"));
        ok(http.get(path + "/values:batchGet?ranges=A1"));
        ok(http.put(path + "/values/A2?valueInputOption=RAW&includeValuesInResponse=true", "{\"values\":[[1]]}"));
        ok(http.post(
                path + "/values/A1:append?valueInputOption=RAW&includeValuesInResponse=true", "{\"values\":[[1]]}"));
        ok(http.post(
                path + "/values:batchUpdate",
                "{\"valueInputOption\":\"RAW\",\"data\":[{\"range\":\"A1\",\"values\":[[1]]}]}"));
        ok(http.post(path + "/values/A1:clear", "{}"));
        ok(http.post(path + "/values:batchClear", "{\"ranges\":[\"A1\"]}"));
        ok(http.post(path + "/values:batchGetByDataFilter", FILTERS + "}"));
        ok(http.post(
                path + "/values:batchUpdateByDataFilter",
                "{\"valueInputOption\":\"RAW\",\"data\":[{\"dataFilter\":{\"a1Range\":\"A1\"},\"values\":[[1]]}]}"));
        ok(http.post(path + "/values:batchClearByDataFilter", "{\"dataFilters\":[{\"a1Range\":\"A1\"}]}"));
        ok(http.post(path + "/sheets/0:copyTo", "{\"destinationSpreadsheetId\":\"" + id + "\"}"));
    }

    private static void files(Http http, String files, String id) {
        String file = files + "/" + id;
        ok(http.get(files + "/generateIds?count=2"));
        ok(http.post(files + "?fields=*", "{\"name\":\"n\",\"mimeType\":\"application/vnd.google-apps.spreadsheet\"}"));
        ok(http.get(file + "?fields=*"));
        ok(http.get(files + "?fields=*"));
        ok(http.send("PATCH", file + "?fields=*", "{\"appProperties\":{\"a\":\"b\"}}"));
        ok(http.post(file + "/copy?fields=*", "{}"));
        ok(http.get(file + "/comments?fields=*"));
        String reader = ok(http.post(
                        file + "/permissions?fields=*",
                        "{\"type\":\"user\",\"role\":\"reader\",\"emailAddress\":\"a@b.c\"}"))
                .body()
                .path("id")
                .asText();
        ok(http.get(file + "/permissions?fields=*"));
        ok(http.get(file + "/permissions/" + reader + "?fields=*"));
        ok(http.send("PATCH", file + "/permissions/" + reader + "?fields=*", "{\"role\":\"writer\"}"));
    }
}
