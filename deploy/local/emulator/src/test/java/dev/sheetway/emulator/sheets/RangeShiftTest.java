package dev.sheetway.emulator.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cells that shift, text that is pasted, rules that are replaced. */
class RangeShiftTest {

    private Emulator emulator;
    private Http http;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
        id = http.spreadsheet(4, 3, "[]");
        http.put(
                "/v4/spreadsheets/" + id + "/values/A1:C3?valueInputOption=USER_ENTERED",
                "{\"values\":[[\"a\",\"b\",\"=A3\"],[\"c\",\"d\"],[\"e\",\"f\"]]}");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private String formulas() {
        return http.get("/v4/spreadsheets/" + id + "/values/A1:C4?valueRenderOption=FORMULA")
                .body()
                .path("values")
                .toString();
    }

    private static String range(String kind, int startRow, int endRow, int startColumn, int endColumn, String shift) {
        return "{\"" + kind + "\":{\"range\":{\"startRowIndex\":" + startRow + ",\"endRowIndex\":" + endRow
                + ",\"startColumnIndex\":" + startColumn + ",\"endColumnIndex\":" + endColumn
                + "},\"shiftDimension\":\"" + shift + "\"}}";
    }

    @Test
    void deletesAWholeRowAndFormulasFollow() {
        assertThat(http.batch(id, range("deleteRange", 1, 2, 0, 3, "ROWS")).status())
                .isEqualTo(200);

        assertThat(formulas()).isEqualTo("[[\"a\",\"b\",\"=A2\"],[\"e\",\"f\"]]");
    }

    @Test
    void insertsAWholeRowAndTheGridKeepsItsSize() {
        assertThat(http.batch(id, range("insertRange", 1, 2, 0, 3, "ROWS")).status())
                .isEqualTo(200);

        assertThat(formulas()).isEqualTo("[[\"a\",\"b\",\"=A4\"],[],[\"c\",\"d\"],[\"e\",\"f\"]]");
        assertThat(http.batch(id, range("insertRange", 1, 2, 0, 3, "ROWS")).status())
                .as("the last row has content now")
                .isEqualTo(501);
    }

    @Test
    void shiftsPartOfTheWidthWhereNothingRefersToIt() {
        assertThat(http.batch(id, range("deleteRange", 0, 1, 1, 2, "ROWS")).status())
                .isEqualTo(200);
        assertThat(formulas()).isEqualTo("[[\"a\",\"d\",\"=A3\"],[\"c\",\"f\"],[\"e\"]]");

        assertThat(http.batch(id, range("deleteRange", 1, 2, 0, 1, "ROWS")).status())
                .as("a formula refers to A3")
                .isEqualTo(501);
    }

    @Test
    void pastesDelimitedTextAsIfTyped() {
        assertThat(http.batch(
                                id,
                                "{\"pasteData\":{\"coordinate\":{\"rowIndex\":1,\"columnIndex\":1},\"data\":\"1;\\\"x;y\\\"\\n=A1;TRUE\",\"delimiter\":\";\"}}")
                        .status())
                .isEqualTo(200);

        assertThat(formulas()).isEqualTo("[[\"a\",\"b\",\"=A3\"],[\"c\",1,\"x;y\"],[\"e\",\"=A1\",true]]");
        assertThat(http.batch(
                                id,
                                "{\"pasteData\":{\"coordinate\":{\"columnIndex\":2},\"data\":\"1,2\",\"delimiter\":\",\"}}")
                        .message())
                .contains("exceeds grid limits. Max rows: 4, max columns: 3");
    }

    @Test
    void replacesAndMovesConditionalFormatRules() {
        String rule =
                "{\"ranges\":[{\"endRowIndex\":%d}],\"booleanRule\":{\"condition\":{\"type\":\"NOT_BLANK\"},\"format\":{\"textFormat\":{\"bold\":true}}}}";
        http.batch(
                id,
                "{\"addConditionalFormatRule\":{\"rule\":" + rule.formatted(1) + ",\"index\":0}}",
                "{\"addConditionalFormatRule\":{\"rule\":" + rule.formatted(2) + ",\"index\":1}}");

        Http.Answer answer = http.batch(
                id,
                "{\"updateConditionalFormatRule\":{\"index\":0,\"rule\":" + rule.formatted(3) + "}}",
                "{\"updateConditionalFormatRule\":{\"index\":0,\"sheetId\":0,\"newIndex\":1}}");

        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
        assertThat(answer.body()
                        .at("/replies/0/updateConditionalFormatRule/oldRule/ranges/0/endRowIndex")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get("/v4/spreadsheets/" + id + "?fields=sheets.conditionalFormats.ranges")
                        .body()
                        .at("/sheets/0/conditionalFormats")
                        .findValuesAsText("endRowIndex"))
                .containsExactly("2", "3");
    }
}
