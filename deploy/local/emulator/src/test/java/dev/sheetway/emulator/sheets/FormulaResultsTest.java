package dev.sheetway.emulator.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A formula that is entered again shows what it showed on that tab before; nothing is evaluated. */
class FormulaResultsTest {

    private static final String ID = "withResults";
    private static final int TAB = 7;

    private Emulator emulator;
    private Http http;

    @BeforeEach
    void imports() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
        emulator.admin().importSpreadsheet((ObjectNode) new ObjectMapper().readTree("""
                {"properties":{"title":"Test"},"sheets":[
                 {"properties":{"sheetId":1,"title":"Other"}},
                 {"properties":{"sheetId":7,"title":"Sums","gridProperties":{"rowCount":4,"columnCount":3}},"data":[{"rowData":[
                  {"values":[{"userEnteredValue":{"numberValue":1}},{"userEnteredValue":{"formulaValue":"=A1*2"},"effectiveValue":{"numberValue":2}}]},
                  {"values":[{"userEnteredValue":{"numberValue":2}},{"userEnteredValue":{"formulaValue":"=A2*2"},"effectiveValue":{"numberValue":4}}]},
                  {"values":[{"userEnteredValue":{"numberValue":3}},{"userEnteredValue":{"formulaValue":"=A3*2"},"effectiveValue":{"numberValue":6}}]}]}]}]}
                """), ID);
    }

    @AfterEach
    void stops() {
        emulator.close();
    }

    @Test
    void areKnownAgainWhenAPersonHadOverwrittenTheFormula() {
        ok(enter(1, "{\"numberValue\":4711}"));

        ok(enter(1, "{\"formulaValue\":\"=A2*2\"}"));

        assertThat(shown("B2")).isEqualTo("[[\"4\"]]");
    }

    @Test
    void areKnownAgainWhenTheRowHadBeenDeleted() {
        ok("{\"deleteDimension\":{\"range\":{\"sheetId\":7,\"dimension\":\"ROWS\",\"startIndex\":0,\"endIndex\":1}}}");

        ok(enter(2, "{\"formulaValue\":\"=A3*2\"}"));

        assertThat(shown("B3")).isEqualTo("[[\"6\"]]");
    }

    @Test
    void areKnownAgainWhenTheTabHadBeenDeleted() {
        ok("{\"deleteSheet\":{\"sheetId\":7}}");

        ok(
                "{\"addSheet\":{\"properties\":{\"sheetId\":7,\"title\":\"Sums\"}}}",
                enter(0, "{\"formulaValue\":\"=A1*2\"}"));

        assertThat(shown("B1")).isEqualTo("[[\"2\"]]");
    }

    @Test
    void areNotInventedForAnotherFormula() {
        ok(enter(1, "{\"numberValue\":4711}"));

        ok(enter(1, "{\"formulaValue\":\"=A2*3\"}"));

        Http.Answer answer = http.get("/v4/spreadsheets/" + ID + "/values/Sums!B2");
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.message()).contains("the result of the formula =A2*3");
    }

    private void ok(String... requests) {
        Http.Answer answer = http.batch(ID, requests);
        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
    }

    private static String enter(int row, String value) {
        return "{\"updateCells\":{\"start\":{\"sheetId\":" + TAB + ",\"rowIndex\":" + row
                + ",\"columnIndex\":1},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":"
                + value + "}]}]}}";
    }

    private String shown(String range) {
        return http.get("/v4/spreadsheets/" + ID + "/values/Sums!" + range)
                .body()
                .path("values")
                .toString();
    }
}
