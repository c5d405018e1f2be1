package dev.sheetway.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between clients on the wire. */
class WireTest {

    private Emulator emulator;
    private Http http;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
        id = http.spreadsheet(5, 3, "[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"x\"}}]}]");
        http.batch(
                id,
                "{\"addSheet\":{\"properties\":{\"title\":\"My Tab/2\",\"gridProperties\":{\"rowCount\":3,\"columnCount\":2}}}}");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/values/'My%20Tab%2F2'!A1:B2",
                "/values/%27My%20Tab%2F2%27%21A1%3AB2",
                "/values/'My%20Tab%2F2'!A1:B2?alt=json",
                "/values/My%20Tab%2F2!A1:B2?prettyPrint=false"
            })
    void readsRangesHoweverTheyAreEncoded(String path) {
        Http.Answer answer = http.get("/v4/spreadsheets/" + id + path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("range").asText()).isEqualTo("'My Tab/2'!A1:B2");
    }

    @Test
    void takesASlashBeforeTheColonAndATrailingSlash() {
        assertThat(http.get("/v4/spreadsheets/" + id + "/").status()).isEqualTo(200);
        assertThat(http.post("/v4/spreadsheets/" + id + "/:batchUpdate", "{\"requests\":[{\"addSheet\":{}}]}")
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/v4/spreadsheets/" + id + "/values/:batchGet?ranges=A1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesGzipChunkedBodiesAndAMethodOverride() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"name\":\"Renamed\"}".getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUri() + "/drive/v3/files/" + id))
                .header("Authorization", "Bearer fake")
                .header("Content-Encoding", "gzip")
                .header("X-HTTP-Method-Override", "PATCH")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(zipped.toByteArray())))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(http.get("/v4/spreadsheets/" + id + "?fields=properties.title")
                        .body()
                        .toString())
                .isEqualTo("{\"properties\":{\"title\":\"Renamed\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "properties.title,sheets.properties.title",
                "properties/title,sheets/properties/title",
                "properties(title),sheets(properties(title))",
                "properties(title), sheets/properties(title)"
            })
    void readsFieldMasksInEveryNotation(String mask) {
        Http.Answer answer = http.get(
                "/v4/spreadsheets/" + id + "?fields=" + mask.replace(" ", "%20").replace(",", "%2C"));

        assertThat(answer.body().toString())
                .isEqualTo("{\"properties\":{\"title\":\"Test\"},\"sheets\":[{\"properties\":{\"title\":\"Sheet1\"}},"
                        + "{\"properties\":{\"title\":\"My Tab/2\"}}]}");
    }

    @Test
    void answersWhatItDoesNotEmulateWith501() {
        assertThat(http.post("/upload/drive/v3/files", "x").status()).isEqualTo(501);
        assertThat(http.get("/drive/v3/changes?pageToken=1").message())
                .startsWith("not emulated: GET /drive/v3/changes");
        assertThat(http.batch(id, "{\"addChart\":{}}").message()).isEqualTo("not emulated: addChart");
        assertThat(http.get("/unknown").status()).isEqualTo(404);
    }
}
