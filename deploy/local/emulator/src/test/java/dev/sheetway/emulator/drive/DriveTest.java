package dev.sheetway.emulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveTest {

    private static final String SHEET = "\"mimeType\":\"application/vnd.google-apps.spreadsheet\"";

    private Emulator emulator;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private String create(String rest) {
        return http.post("/drive/v3/files?supportsAllDrives=true", "{" + SHEET + "," + rest + "}")
                .body()
                .get("id")
                .asText();
    }

    private List<String> list(String query) {
        JsonNode body = http.get("/drive/v3/files?supportsAllDrives=true&includeItemsFromAllDrives=true&orderBy=name&q="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .body();
        List<String> names = new ArrayList<>();
        body.path("files").forEach(file -> names.add(file.get("name").asText()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    name = 'alpha'                                            | alpha
                    name = "alpha"                                            | alpha
                    name contains 'alp'                                       | alpha
                    name contains 'pha'                                       |
                    name = 'It\\'s'                                           | It's
                    appProperties has { key='run' and value='1' }             | beta
                    appProperties has {key='run' and value='2'}               |
                    trashed = true                                            | It's
                    mimeType='application/vnd.google-apps.spreadsheet' and not trashed = true | alpha beta
                    'sheetway-backups-folder' in parents                      | beta
                    (name = 'alpha' or name = 'beta') and trashed = false     | alpha beta
                    'me' in owners and name != 'alpha' and mimeType contains 'spreadsheet' | It's
                    """)
    void findsFilesByQuery(String query, String expected) {
        create("\"name\":\"alpha\"");
        create("\"name\":\"beta\",\"parents\":[\"sheetway-backups-folder\"],\"appProperties\":{\"run\":\"1\"}");
        String trashed = create("\"name\":\"It's\"");
        http.send("PATCH", "/drive/v3/files/" + trashed, "{\"trashed\":true}");

        assertThat(String.join(" ", list(query.strip()))).isEqualTo(expected == null ? "" : expected.strip());
    }

    @Test
    void aFileIsInTheTrashWithItsFolderAndTellsWhenInASharedDriveAlone() {
        String folder = create("\"name\":\"f\",\"mimeType\":\"application/vnd.google-apps.folder\"");
        String inside = create("\"name\":\"inside\",\"parents\":[\"" + folder + "\"]");
        String shared = create("\"name\":\"shared\",\"parents\":[\"sheetway-backups-folder\"]");

        trash(folder);
        trash(shared);

        assertThat(trashOf(folder)).isEqualTo("{\"trashed\":true,\"explicitlyTrashed\":true}");
        assertThat(list("name = 'inside' and trashed = false")).isEmpty();
        assertThat(trashOf(inside)).isEqualTo("{\"trashed\":true,\"explicitlyTrashed\":false}");
        assertThat(trashOf(shared))
                .matches("\\{\"trashed\":true,\"explicitlyTrashed\":true,\"trashedTime\":\"[0-9T:.-]+Z\"}");
    }

    private void trash(String id) {
        http.send("PATCH", "/drive/v3/files/" + id + "?supportsAllDrives=true", "{\"trashed\":true}");
    }

    private String trashOf(String id) {
        return http.get("/drive/v3/files/" + id
                        + "?supportsAllDrives=true&fields=trashed,explicitlyTrashed,trashedTime")
                .body()
                .toString();
    }

    @Test
    void refusesAQueryThatItCannotRead() {
        assertThat(http.get("/drive/v3/files?q=nonsense").body().toString())
                .isEqualTo(
                        "{\"error\":{\"errors\":[{\"domain\":\"global\",\"reason\":\"invalid\",\"message\":\"Invalid Value\"}],"
                                + "\"code\":400,\"message\":\"Invalid Value\"}}");
    }

    @Test
    void copiesPropertiesAndContentButNotPermissions() {
        String id = create("\"name\":\"source\",\"appProperties\":{\"keep\":\"1\",\"drop\":\"2\"}");
        http.put("/v4/spreadsheets/" + id + "/values/A1?valueInputOption=RAW", "{\"values\":[[\"x\"]]}");
        http.post(
                "/drive/v3/files/" + id + "/permissions",
                "{\"type\":\"user\",\"role\":\"reader\",\"emailAddress\":\"a@b.c\"}");

        JsonNode copy = http.post(
                        "/drive/v3/files/" + id + "/copy?fields=id,name,appProperties,permissions",
                        "{\"name\":null,\"appProperties\":{\"drop\":null,\"own\":\"3\"}}")
                .body();

        assertThat(copy.get("name").asText()).isEqualTo("Copy of source");
        assertThat(copy.get("appProperties").toString()).isEqualTo("{\"keep\":\"1\",\"own\":\"3\"}");
        assertThat(copy.get("permissions")).hasSize(1);
        String copyId = copy.get("id").asText();
        http.put("/v4/spreadsheets/" + id + "/values/A1?valueInputOption=RAW", "{\"values\":[[\"y\"]]}");
        assertThat(http.get("/v4/spreadsheets/" + copyId + "/values/A1")
                        .body()
                        .get("values")
                        .toString())
                .isEqualTo("[[\"x\"]]");
        assertThat(http.get("/v4/spreadsheets/" + copyId + "?fields=properties.title,sheets.properties.sheetId")
                        .body()
                        .toString())
                .isEqualTo(
                        "{\"properties\":{\"title\":\"Copy of source\"},\"sheets\":[{\"properties\":{\"sheetId\":0}}]}");
    }

    @Test
    void finds404ForSharedDriveFilesUnlessTheCallSupportsThem() {
        String id = create("\"name\":\"beta\",\"parents\":[\"sheetway-backups-folder\"]");

        assertThat(http.get("/drive/v3/files/" + id).status()).isEqualTo(404);
        assertThat(http.get("/drive/v3/files/" + id + "?supportsAllDrives=true&fields=driveId")
                        .body()
                        .toString())
                .isEqualTo("{\"driveId\":\"sheetway-shared-drive\"}");
        assertThat(http.get("/drive/v3/files?fields=files(name)").body().toString())
                .isEqualTo("{\"files\":[]}");
        assertThat(http.get("/drive/v3/drives").body().at("/drives/0/name").asText())
                .isEqualTo("Sheetway");
    }

    @Test
    void neverShowsAHeadRevision() {
        String id = create("\"name\":\"x\"");

        assertThat(http.get("/drive/v3/files/" + id + "?fields=*").body().has("headRevisionId"))
                .isFalse();
        assertThat(http.get("/drive/v3/files/" + id + "?fields=nonsense").status())
                .isEqualTo(400);
    }

    @Test
    void deletesForGoodAndOnlyForTheOwner() {
        String id = create("\"name\":\"x\"");
        http.post(
                "/drive/v3/files/" + id + "/permissions",
                "{\"type\":\"user\",\"role\":\"writer\",\"emailAddress\":\"maria@example.com\"}");
        Http maria = new Http(emulator.baseUri(), "emu.user.maria.drive");

        Http.Answer refused = maria.send("DELETE", "/drive/v3/files/" + id, "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().at("/error/errors/0/reason").asText()).isEqualTo("insufficientFilePermissions");
        assertThat(http.send("DELETE", "/drive/v3/files/" + id, "").status()).isEqualTo(204);
        assertThat(http.get("/v4/spreadsheets/" + id).status()).isEqualTo(404);
    }

    @Test
    void exportsTheFirstSheetAsCsvWithoutATrailingNewline() {
        String id = create("\"name\":\"x\"");
        http.put(
                "/v4/spreadsheets/" + id + "/values/A1?valueInputOption=RAW",
                "{\"values\":[[\"B\",\"a,1\"],[\"\",2]]}");

        assertThat(http.get("/drive/v3/files/" + id + "/export?mimeType=text/csv")
                        .body()
                        .asText())
                .isEqualTo("B,\"a,1\"\r\n,2");
    }

    @Test
    void pagesThroughALongList() {
        for (int i = 0; i < 3; i++) {
            create("\"name\":\"f" + i + "\"");
        }

        JsonNode first = http.get("/drive/v3/files?pageSize=2&orderBy=name&fields=nextPageToken,files(name)")
                .body();
        JsonNode second = http.get("/drive/v3/files?pageSize=2&orderBy=name&fields=nextPageToken,files(name)&pageToken="
                        + first.get("nextPageToken").asText())
                .body();

        assertThat(first.get("files")).hasSize(2);
        assertThat(second.toString()).isEqualTo("{\"files\":[{\"name\":\"f2\"}]}");
    }
}
