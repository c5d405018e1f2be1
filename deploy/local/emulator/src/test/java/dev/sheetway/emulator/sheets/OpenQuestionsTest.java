package dev.sheetway.emulator.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each answer that real Google might give can be switched on. */
class OpenQuestionsTest {

    private static final String RANGE =
            "{\"addNamedRange\":{\"namedRange\":{\"namedRangeId\":\"%s\",\"name\":\"%s\",\"range\":{\"startRowIndex\":0,\"endRowIndex\":1}}}}";
    private static final String METADATA =
            "{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataId\":7,\"metadataKey\":\"%s\",\"visibility\":\"DOCUMENT\",\"location\":{\"spreadsheet\":true}}}}";

    private Emulator emulator;
    private Http http;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
        id = http.spreadsheet(5, 3, "[]");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void refusesATakenNamedRangeIdUnlessToldOtherwise() {
        http.batch(id, String.format(RANGE, "slot", "one"));

        assertThat(http.batch(id, String.format(RANGE, "slot", "two")).message())
                .isEqualTo(
                        "Invalid requests[0].addNamedRange: Cannot add named range with ID slot, a named range with that ID"
                                + " already exists.");
        emulator.admin().settings("{\"duplicateNamedRangeId\":\"ASSIGN_ANOTHER\"}");
        assertThat(http.batch(id, String.format(RANGE, "slot", "two"))
                        .body()
                        .at("/replies/0/addNamedRange/namedRange/namedRangeId")
                        .asText())
                .isNotEqualTo("slot");
        emulator.admin().settings("{\"duplicateNamedRangeId\":\"REPLACE\"}");
        http.batch(id, String.format(RANGE, "slot", "three"));
        assertThat(http.get("/v4/spreadsheets/" + id + "?fields=namedRanges.name")
                        .body()
                        .toString())
                .contains("two", "three")
                .doesNotContain("one");
    }

    @Test
    void refusesATakenNameUnlessToldOtherwise() {
        http.batch(id, String.format(RANGE, "a", "same"));

        assertThat(http.batch(id, String.format(RANGE, "b", "SAME")).status()).isEqualTo(400);
        emulator.admin().settings("{\"duplicateNamedRangeName\":\"ACCEPT\"}");
        assertThat(http.batch(id, String.format(RANGE, "b", "same")).status()).isEqualTo(200);
    }

    @Test
    void refusesATakenMetadataIdUnlessToldOtherwise() {
        http.batch(id, String.format(METADATA, "one"));

        assertThat(http.batch(id, String.format(METADATA, "two")).message())
                .isEqualTo(
                        "Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [7] because"
                                + " developer metadata with that ID already exists.");
        emulator.admin().settings("{\"duplicateMetadataId\":\"ASSIGN_ANOTHER\"}");
        assertThat(http.batch(id, String.format(METADATA, "two")).status()).isEqualTo(200);
        emulator.admin().settings("{\"duplicateMetadataId\":\"REPLACE\"}");
        http.batch(id, String.format(METADATA, "three"));
        assertThat(http.get("/v4/spreadsheets/" + id + "/developerMetadata/7")
                        .body()
                        .get("metadataKey")
                        .asText())
                .isEqualTo("three");
    }

    @Test
    void keepsOrDropsMetadataInACopyOfTheFile() {
        http.batch(id, String.format(METADATA, "k"));

        String kept = http.post("/drive/v3/files/" + id + "/copy", "{}")
                .body()
                .get("id")
                .asText();
        emulator.admin().settings("{\"metadataOnFileCopy\":\"DROP\"}");
        String dropped = http.post("/drive/v3/files/" + id + "/copy", "{}")
                .body()
                .get("id")
                .asText();

        assertThat(http.get("/v4/spreadsheets/" + kept + "?fields=developerMetadata.metadataKey")
                        .body()
                        .toString())
                .isEqualTo("{\"developerMetadata\":[{\"metadataKey\":\"k\"}]}");
        assertThat(http.get("/v4/spreadsheets/" + dropped + "?fields=developerMetadata")
                        .body()
                        .toString())
                .isEqualTo("{}");
    }

    @Test
    void refusesCopyAndDeleteInOneBatchWhenToldTo() {
        String copy =
                "{\"copyPaste\":{\"source\":{\"startColumnIndex\":2,\"endColumnIndex\":3},\"destination\":{\"startColumnIndex\":0,\"endColumnIndex\":1}}}";
        String delete = "{\"deleteDimension\":{\"range\":{\"dimension\":\"COLUMNS\",\"startIndex\":2,\"endIndex\":3}}}";
        emulator.admin().settings("{\"copyPasteThenDeleteInOneBatch\":\"REFUSE\"}");

        assertThat(http.batch(id, copy, delete).status()).isEqualTo(400);
        emulator.admin().resetSettings();
        assertThat(http.batch(id, copy, delete).status()).isEqualTo(200);
    }

    @Test
    void refusesSettingsThatItDoesNotKnow() {
        assertThat(http.put("/_emulator/settings", "{\"nonsense\":1}").status()).isEqualTo(400);
        assertThat(http.put("/_emulator/settings", "{\"metadataOnFileCopy\":\"MAYBE\"}")
                        .status())
                .isEqualTo(400);
        assertThat(http.put("/_emulator/settings", "{\"quotas\":true}")
                        .body()
                        .get("quotas")
                        .asBoolean())
                .isTrue();
        assertThat(http.get("/_emulator/settings")
                        .body()
                        .get("writesPerMinutePerUser")
                        .asInt())
                .isEqualTo(60);
    }
}
