package dev.sheetway.emulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final String ADD = "{\"addSheet\":{\"properties\":{\"title\":\"%s\"}}}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private Emulator emulator;
    private Http http;
    private String id;

    @BeforeEach
    void start() throws IOException {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneId.of("UTC"));
        emulator = Emulator.start(EmulatorOptions.inMemory().withClock(clock));
        http = new Http(emulator);
        id = http.spreadsheet(5, 3, "[]");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private int sheets() {
        return http.get("/v4/spreadsheets/" + id + "?fields=sheets.properties.title")
                .body()
                .get("sheets")
                .size();
    }

    private void fault(String rule) {
        assertThat(http.put("/_emulator/faults", "[" + rule + "]").status()).isEqualTo(200);
    }

    @Test
    void answers503BeforeTheCommitAndNothingIsApplied() {
        fault("{\"method\":\"sheets.spreadsheets.batchUpdate\",\"kind\":\"status\"}");

        Http.Answer answer = http.batch(id, String.format(ADD, "x"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"error\":{\"code\":503,\"message\":\"The service is currently unavailable.\",\"status\":\"UNAVAILABLE\"}}");
        assertThat(sheets()).isEqualTo(1);
        assertThat(http.batch(id, String.format(ADD, "x")).status()).isEqualTo(200);
    }

    @Test
    void answers503AfterTheCommitAndEverythingIsApplied() {
        fault("{\"method\":\"sheets.spreadsheets.batchUpdate\",\"nth\":2,\"when\":\"after\",\"kind\":\"status\"}");

        assertThat(http.batch(id, String.format(ADD, "x")).status()).isEqualTo(200);
        assertThat(http.batch(id, String.format(ADD, "y")).status()).isEqualTo(503);

        assertThat(sheets()).isEqualTo(3);
        assertThat(http.get("/_emulator/faults").body().at("/rules/0/fired").asInt())
                .isEqualTo(1);
        assertThat(http.get("/_emulator/faults").body().at("/rules/0/seen").asInt())
                .isEqualTo(2);
    }

    @Test
    void closesTheConnectionAfterTheCommit() {
        fault("{\"method\":\"sheets.spreadsheets.batchUpdate\",\"when\":\"after\",\"kind\":\"close\"}");

        assertThatThrownBy(() -> http.batch(id, String.format(ADD, "x"))).isInstanceOf(UncheckedIOException.class);

        assertThat(sheets()).isEqualTo(2);
    }

    @Test
    void sendsHalfAnAnswer() {
        fault("{\"method\":\"sheets.spreadsheets.get\",\"kind\":\"truncate\"}");

        assertThatThrownBy(() -> http.get("/v4/spreadsheets/" + id)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void answersAnHtmlPage() {
        fault("{\"method\":\"drive.files.get\",\"kind\":\"html502\"}");

        Http.Answer answer = http.get("/drive/v3/files/" + id);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body().asText()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void letsAUserEditRightAfterTheCommitOfTheBatchThatContainsAText() {
        fault("""
                {"method":"sheets.spreadsheets.batchUpdate","nth":1,"containing":"version","when":"after","kind":"userEdit",
                 "edit":{"requests":[{"updateCells":{"start":{"rowIndex":1,"columnIndex":0},"fields":"userEnteredValue",
                 "rows":[{"values":[{"userEnteredValue":{"stringValue":"text"}}]}]}}]}}
                """);

        http.batch(id, String.format(ADD, "other"));
        http.batch(
                id,
                "{\"updateCells\":{\"start\":{},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"version\"}}]},"
                        + "{\"values\":[{\"userEnteredValue\":{\"numberValue\":0}}]}]}}");

        assertThat(http.get("/v4/spreadsheets/" + id + "/values/A1:A2?valueRenderOption=UNFORMATTED_VALUE")
                        .body()
                        .get("values")
                        .toString())
                .isEqualTo("[[\"version\"],[\"text\"]]");
    }

    @Test
    void showsWhyAUserEditWasRefused() {
        fault(
                "{\"method\":\"sheets.spreadsheets.get\",\"kind\":\"userEdit\",\"edit\":{\"requests\":[{\"deleteSheet\":{\"sheetId\":5}}]}}");

        assertThat(http.get("/v4/spreadsheets/" + id).status()).isEqualTo(200);

        assertThat(http.get("/_emulator/faults").body().at("/rules/0/refused").asText())
                .isEqualTo("Invalid requests[0].deleteSheet: No sheet with id: 5");
    }

    @Test
    void firesTheSameFaultsForTheSameSeed() {
        String schedule =
                "{\"seed\":7,\"probability\":0.5,\"kinds\":[\"html502\",{\"kind\":\"status\",\"status\":500,\"when\":\"before\"}]}";

        assertThat(statuses(schedule))
                .isEqualTo(statuses(schedule))
                .contains("200")
                .contains("50");
    }

    private String statuses(String schedule) {
        http.put("/_emulator/faults", schedule);
        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            statuses.append(http.get("/v4/spreadsheets/" + id).status()).append(' ');
        }
        http.send("DELETE", "/_emulator/faults", "");
        return statuses.toString();
    }

    @Test
    void refusesFaultsThatItCannotRead() {
        assertThat(http.put("/_emulator/faults", "[{\"kind\":\"explode\"}]").status())
                .isEqualTo(400);
        assertThat(http.put("/_emulator/faults", "[{\"kind\":\"userEdit\"}]").status())
                .isEqualTo(400);
        assertThat(http.put("/_emulator/faults", "[{\"method\":\"x\"}]").status())
                .isEqualTo(400);
    }

    @Test
    void refillsTheQuotasEachMinute() {
        emulator.admin().settings("{\"quotas\":true,\"writesPerMinutePerUser\":2}");

        assertThat(http.batch(id, String.format(ADD, "a")).status()).isEqualTo(200);
        assertThat(http.batch(id, String.format(ADD, "b")).status()).isEqualTo(200);
        Http.Answer refused = http.batch(id, String.format(ADD, "c"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.message())
                .startsWith(
                        "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'");
        assertThat(refused.body().at("/error/details/0/reason").asText()).isEqualTo("RATE_LIMIT_EXCEEDED");
        now.set(now.get().plusSeconds(60));
        assertThat(http.batch(id, String.format(ADD, "c")).status()).isEqualTo(200);
    }

    @Test
    void countsRequestsByMethodAndSpreadsheet() {
        http.send("DELETE", "/_emulator/counts", "");
        http.get("/v4/spreadsheets/" + id);
        http.batch(id, String.format(ADD, "a"));
        http.get("/v4/spreadsheets/other");

        assertThat(http.get("/_emulator/counts?spreadsheetId=" + id).body().toString())
                .isEqualTo(
                        "{\"total\":2,\"reads\":1,\"writes\":1,\"open\":0,\"methods\":{\"sheets.spreadsheets.batchUpdate\":1,\"sheets.spreadsheets.get\":1}}");
        assertThat(http.get("/_emulator/counts").body().get("total").asInt()).isEqualTo(3);
    }

    @Test
    void showsEditsInDriveOnlyAfterTheLag() {
        emulator.admin().settings("{\"modifiedTimeLagSeconds\":180}");
        now.set(now.get().plusSeconds(600));
        String before = modified();

        http.batch(id, String.format(ADD, "a"));

        assertThat(modified()).isEqualTo(before);
        now.set(now.get().plusSeconds(180));
        assertThat(modified()).isNotEqualTo(before);
    }

    private String modified() {
        return http.get("/drive/v3/files/" + id + "?fields=modifiedTime,version")
                .body()
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"status\":503}",
                "{\"kind\":\"status\",\"status\":503,\"when\":\"after\"}",
                "{\"kind\":\"status\",\"status\":429}",
                "{\"kind\":\"close\",\"when\":\"after\"}",
                "{\"kind\":\"truncate\",\"when\":\"after\"}",
                "{\"kind\":\"html502\"}",
                "{\"kind\":\"html502\",\"when\":\"after\"}",
                "{\"kind\":\"latency\",\"latencyMs\":5}",
                "{\"kind\":\"latency\",\"latencyMs\":5,\"when\":\"after\"}",
                "{\"kind\":\"userEdit\",\"edit\":{\"requests\":[{\"addSheet\":{}}]}}",
                "{\"kind\":\"userEdit\",\"when\":\"after\",\"edit\":{\"requests\":[{\"addSheet\":{}}]}}",
                "{\"kind\":\"storageQuota\"}",
                "{\"kind\":\"settings\",\"settings\":{\"modifiedTimeLagSeconds\":180}}",
                "{\"kind\":\"settings\",\"settings\":{\"duplicateNamedRangeId\":\"REPLACE\"}}"
            })
    void offersEveryFaultAloneAndInASchedule(String rule) {
        http.put("/_emulator/faults", "[" + rule + "]");
        addASheet("alone");
        assertThat(http.get("/_emulator/faults").body().at("/rules/0/fired").asInt())
                .isEqualTo(1);

        http.put("/_emulator/faults", "{\"seed\":1,\"probability\":2,\"kinds\":[" + rule + "]}");
        addASheet("scheduled");
        assertThat(http.get("/_emulator/faults").body().at("/schedule/fired").asInt())
                .isPositive();
    }

    private void addASheet(String title) {
        try {
            http.batch(id, String.format(ADD, title));
        } catch (UncheckedIOException e) {
            // the fault was to break the connection
            assertThat(e).isNotNull();
        }
    }

    @Test
    void refusesServiceAccountsStorageAndChangesSettingsInTheMiddle() {
        fault("{\"method\":\"drive.files.copy\",\"kind\":\"storageQuota\"}");

        Http.Answer refused = http.post("/drive/v3/files/" + id + "/copy", "{}");
        fault("{\"kind\":\"settings\",\"settings\":{\"duplicateNamedRangeName\":\"ACCEPT\"}}");
        http.get("/v4/spreadsheets/" + id);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().at("/error/errors/0/reason").asText()).isEqualTo("storageQuotaExceeded");
        assertThat(http.get("/_emulator/settings")
                        .body()
                        .path("duplicateNamedRangeName")
                        .asText())
                .isEqualTo("ACCEPT");
        assertThat(http.put("/_emulator/faults", "[{\"kind\":\"settings\",\"settings\":{\"nonsense\":1}}]")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void holdsARequestUntilItsRuleIsTakenAwayAndThenAppliesIt() throws Exception {
        String rule =
                "{\"method\":\"sheets.spreadsheets.batchUpdate\",\"kind\":\"hold\",\"spreadsheetId\":\"" + id + "\"}";
        http.send("POST", "/_emulator/faults", "[" + rule + "]");
        try (ExecutorService caller = Executors.newSingleThreadExecutor()) {
            Future<Http.Answer> held = caller.submit(() -> http.batch(id, String.format(ADD, "held")));
            await(() -> rules().at("/0/fired").asInt() == 1);
            int before = sheets();
            int open = open();

            http.send("DELETE", "/_emulator/faults?spreadsheetId=" + id, "");

            assertThat(held.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(before).isEqualTo(1);
            assertThat(open).isEqualTo(1);
            assertThat(sheets()).isEqualTo(2);
            assertThat(open()).isZero();
        }
    }

    @Test
    void rulesOfTwoSpreadsheetsComeAndGoApart() {
        String other = http.spreadsheet(5, 3, "[]");
        for (String one : List.of(id, other)) {
            http.send(
                    "POST",
                    "/_emulator/faults",
                    "[{\"kind\":\"status\",\"times\":9,\"spreadsheetId\":\"" + one + "\"}]");
        }

        http.get("/v4/spreadsheets/" + other);
        http.send("DELETE", "/_emulator/faults?spreadsheetId=" + id, "");

        assertThat(http.get("/v4/spreadsheets/" + id).status()).isEqualTo(200);
        assertThat(http.get("/v4/spreadsheets/" + other).status()).isEqualTo(503);
        assertThat(rules()).hasSize(1);
        assertThat(rules().at("/0/fired").asInt()).isEqualTo(2);
        assertThat(rules().at("/0/firedOn").asText()).isEqualTo("sheets.spreadsheets.get");
        assertThat(rules().at("/0/firedAt").asText()).isEqualTo("2026-11-22T10:00:00Z");
    }

    @Test
    void aRuleMeetsCopiesOfItsSpreadsheetWhenItIsToldTo() {
        String copy = http.post("/drive/v3/files/" + id + "/copy", "{}")
                .body()
                .path("id")
                .asText();
        String rule = "{\"kind\":\"status\",\"spreadsheetId\":\"" + id + "\"";

        fault(rule + "}");
        assertThat(http.get("/v4/spreadsheets/" + copy).status()).isEqualTo(200);
        fault(rule + ",\"copies\":true}");
        assertThat(http.get("/v4/spreadsheets/" + copy).status()).isEqualTo(503);
    }

    private JsonNode rules() {
        return http.get("/_emulator/faults").body().path("rules");
    }

    private int open() {
        return http.get("/_emulator/counts?spreadsheetId=" + id)
                .body()
                .path("open")
                .asInt();
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
