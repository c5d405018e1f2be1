package dev.sheetway.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Clients;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, scopes and permissions. */
class AccessTest {

    private Emulator emulator;
    private Http owner;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        owner = new Http(emulator);
        id = owner.spreadsheet(5, 3, "[]");
        share("verify-service@sheetway-emulator.iam.gserviceaccount.com", "reader");
        share("schema-service@sheetway-emulator.iam.gserviceaccount.com", "writer");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private void share(String email, String role) {
        owner.post(
                "/drive/v3/files/" + id + "/permissions",
                "{\"type\":\"user\",\"role\":\"" + role + "\",\"emailAddress\":\"" + email + "\"}");
    }

    private Http as(String token) {
        return new Http(emulator.baseUri(), token);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    spreadsheets.readonly | GET  |                            |    | 200
                    spreadsheets.readonly | GET  | /values/A1                 |    | 200
                    spreadsheets.readonly | GET  | /values:batchGet?ranges=A1 |    | 200
                    spreadsheets.readonly | POST | :batchUpdate               | {} | 403
                    spreadsheets.readonly | POST | :getByDataFilter           | {} | 403
                    spreadsheets.readonly | POST | /developerMetadata:search  | {} | 403
                    spreadsheets.readonly | GET  | /developerMetadata/1       |    | 403
                    spreadsheets.readonly | POST | /values:batchGetByDataFilter | {} | 403
                    drive.readonly        | GET  | /values/A1                 |    | 200
                    drive.readonly        | POST | /values/A1:clear           | {} | 403
                    spreadsheets          | POST | /developerMetadata:search  | {} | 200
                    drive                 | POST | /values/A1:clear           | {} | 200
                    """)
    void enforcesTheScopesOfEachMethod(String scope, String method, String path, String body, int status) {
        Http.Answer answer = as("emu.user.owner." + scope)
                .send(method, "/v4/spreadsheets/" + id + (path == null ? "" : path), body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.message()).isEqualTo("Request had insufficient authentication scopes.");
            assertThat(answer.body().at("/error/status").asText()).isEqualTo("PERMISSION_DENIED");
        }
    }

    @Test
    void asksForAToken() {
        assertThat(as("").get("/v4/spreadsheets/" + id).status()).isEqualTo(401);
        assertThat(as("").get("/v4/spreadsheets/" + id)
                        .body()
                        .at("/error/status")
                        .asText())
                .isEqualTo("UNAUTHENTICATED");
        assertThat(as("").get("/drive/v3/files")
                        .body()
                        .at("/error/errors/0/reason")
                        .asText())
                .isEqualTo("required");
        assertThat(as("emu.sa.nobody").get("/v4/spreadsheets/" + id).status()).isEqualTo(401);
        assertThat(as("emu.sa.nobody.everything").get("/v4/spreadsheets/" + id).status())
                .isEqualTo(401);
    }

    @Test
    void letsReadersReadAndStrangersNothing() {
        Http verify = as(Clients.VERIFY);
        Http stranger = as("emu.user.stranger.spreadsheets+drive");

        assertThat(verify.get("/v4/spreadsheets/" + id).status()).isEqualTo(200);
        assertThat(as("emu.sa.verify-service.spreadsheets")
                        .post("/v4/spreadsheets/" + id + "/values/A1:clear", "{}")
                        .body()
                        .toString())
                .isEqualTo(
                        "{\"error\":{\"code\":403,\"message\":\"The caller does not have permission\",\"status\":\"PERMISSION_DENIED\"}}");
        assertThat(stranger.get("/v4/spreadsheets/" + id).status()).isEqualTo(403);
        assertThat(stranger.get("/drive/v3/files/" + id).body().toString())
                .isEqualTo(
                        "{\"error\":{\"errors\":[{\"domain\":\"global\",\"reason\":\"notFound\",\"message\":\"File not found: "
                                + id + ".\"}],\"code\":404,\"message\":\"File not found: " + id + ".\"}}");
    }

    @Test
    void showsADriveFileTokenOnlyWhatItMade() {
        Http app = as("emu.user.owner.drive.file");

        assertThat(app.get("/drive/v3/files/" + id).status()).isEqualTo(404);
        assertThat(app.get("/v4/spreadsheets/" + id).status()).isEqualTo(404);
        String own = app.post(
                        "/drive/v3/files",
                        "{\"name\":\"own\",\"mimeType\":\"application/vnd.google-apps.spreadsheet\"}")
                .body()
                .get("id")
                .asText();
        assertThat(app.get("/v4/spreadsheets/" + own).status()).isEqualTo(200);
        assertThat(app.get("/drive/v3/files").body().get("files")).hasSize(1);
    }

    @Test
    void refusesServiceAccountsFilesOfTheirOwn() {
        Http service = as(Clients.SCHEMA);

        assertThat(service.post("/drive/v3/files", "{\"mimeType\":\"application/vnd.google-apps.spreadsheet\"}")
                        .body()
                        .at("/error/errors/0/reason")
                        .asText())
                .isEqualTo("storageQuotaExceeded");
        assertThat(service.post("/drive/v3/files/" + id + "/copy", "{}").status())
                .isEqualTo(403);
        assertThat(service.post("/v4/spreadsheets", "{}").status()).isEqualTo(403);
        emulator.admin().settings("{\"serviceAccountStorage\":\"ALLOW\"}");
        assertThat(service.post("/drive/v3/files/" + id + "/copy", "{}").status())
                .isEqualTo(200);
    }
}
