package dev.sheetway.emulator.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private Emulator emulator;
    private Http http;
    private String path;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
        id = http.spreadsheet(10, 5, "[]");
        path = "/v4/spreadsheets/" + id + "/values/";
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private void put(String range, String values) {
        assertThat(http.put(path + range + "?valueInputOption=RAW", "{\"values\":" + values + "}")
                        .status())
                .isEqualTo(200);
    }

    private String values(String range) {
        return http.get(path + range).body().path("values").toString();
    }

    @Test
    void cutsOffTrailingBlanksAndKeepsInnerOnes() {
        put("A1:E4", "[[\"a\",\"\",\"c\",\"\",\"\"],[\"\",\"\",\"\",\"\",\"\"],[1,true,0.5],[\"\"]]");

        assertThat(values("A1:E10")).isEqualTo("[[\"a\",\"\",\"c\"],[],[\"1\",\"TRUE\",\"0.5\"]]");
        assertThat(values("A1:E10?valueRenderOption=UNFORMATTED_VALUE"))
                .isEqualTo("[[\"a\",\"\",\"c\"],[],[1,true,0.5]]");
        assertThat(values("A1:C3?majorDimension=COLUMNS"))
                .isEqualTo("[[\"a\",\"\",\"1\"],[\"\",\"\",\"TRUE\"],[\"c\",\"\",\"0.5\"]]");
        assertThat(http.get(path + "D5:E6").body().toString())
                .isEqualTo("{\"range\":\"Sheet1!D5:E6\",\"majorDimension\":\"ROWS\"}");
    }

    @Test
    void skipsNullAndClearsWithAnEmptyText() {
        put("A1:C1", "[[\"a\",\"b\",\"c\"]]");

        Http.Answer answer = http.put(
                path + "A1:C1?valueInputOption=RAW", "{\"values\":[[null,\"\",\"C\"]],\"majorDimension\":null}");

        assertThat(answer.body().get("updatedCells").intValue()).isEqualTo(2);
        assertThat(answer.body().get("updatedColumns").intValue()).isEqualTo(2);
        assertThat(values("A1:C1")).isEqualTo("[[\"a\",\"\",\"C\"]]");
    }

    @Test
    void keepsRawTextAsTextWhateverItLooksLike() {
        put("A1:C1", "[[\"0123456\",\"=SUM(A1:A2)\",\"TRUE\"]]");

        assertThat(values("A1:C1?valueRenderOption=UNFORMATTED_VALUE"))
                .isEqualTo("[[\"0123456\",\"=SUM(A1:A2)\",\"TRUE\"]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "0042"         | 42            | 42
                    "007"          | 7             | 7
                    "2,000,000.01" | 2000000.01    | 2,000,000.01
                    "$100.15"      | 100.15        | $100.15
                    "12.5%"        | 0.125         | 12.50%
                    "2026-09-05"   | 46270         | 2026-09-05
                    "1/25/2023"    | 44951         | 1/25/2023
                    "TRUE"         | true          | TRUE
                    "'0123"        | "0123"        | 0123
                    "Non-numeric"  | "Non-numeric" | Non-numeric
                    "MR(93)"       | "MR(93)"      | MR(93)
                    42.01          | 42.01         | 42.01
                    """)
    void readsTextAsAUserWouldEnterIt(String entered, String unformatted, String formatted) {
        assertThat(http.put(path + "A1?valueInputOption=USER_ENTERED", "{\"values\":[[" + entered + "]]}")
                        .status())
                .isEqualTo(200);

        assertThat(values("A1?valueRenderOption=UNFORMATTED_VALUE")).isEqualTo("[[" + unformatted + "]]");
        assertThat(values("A1")).isEqualTo("[[\"" + formatted + "\"]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:30", "1/2", "25/12/2023", "3 Jan 2020", "Jan 5", "1.234,56", "€5", "5 PM"})
    void refusesToGuessWhatDependsOnTheLocale(String text) {
        Http.Answer answer = http.put(path + "A1?valueInputOption=USER_ENTERED", "{\"values\":[[\"" + text + "\"]]}");

        assertThat(answer.status()).isEqualTo(501);
    }

    @Test
    void neverInventsTheResultOfAFormula() {
        http.put(path + "A1?valueInputOption=USER_ENTERED", "{\"values\":[[\"=1+1\"]]}");

        assertThat(values("A1?valueRenderOption=FORMULA")).isEqualTo("[[\"=1+1\"]]");
        assertThat(http.get(path + "A1").status()).isEqualTo(501);
        assertThat(http.get(path + "A1?valueRenderOption=UNFORMATTED_VALUE").message())
                .isEqualTo("not emulated: the result of the formula =1+1");
    }

    @Test
    void appendsBelowTheLastBlockAndGrowsTheGrid() {
        put("A1:A1", "[[\"Title\"]]");
        put("A3:C10", "[[1,2,3],[4,5,6],[7,8,9],[1,2,3],[1,2,3],[1,2,3],[1,2,3],[1,2,3]]");

        Http.Answer answer = http.post(path + "Sheet1:append?valueInputOption=RAW", "{\"values\":[[\"x\"],[\"y\"]]}");

        assertThat(answer.body().get("tableRange").asText()).isEqualTo("Sheet1!A3:C10");
        assertThat(answer.body().get("updates").get("updatedRange").asText()).isEqualTo("Sheet1!A11:A12");
        assertThat(http.get("/v4/spreadsheets/" + id + "?fields=sheets.properties.gridProperties.rowCount")
                        .body()
                        .toString())
                .contains("12");
    }

    @Test
    void countsRowsAndColumnsOfSeveralRangesOnce() {
        Http.Answer answer = http.post(
                "/v4/spreadsheets/" + id + "/values:batchUpdate",
                "{\"valueInputOption\":\"RAW\",\"includeValuesInResponse\":true,\"data\":[{\"range\":\"A1:B1\",\"values\":[[1,2]]},"
                        + "{\"range\":\"A4:B4\",\"values\":[[3,4]]}]}");

        assertThat(answer.body().get("totalUpdatedRows").intValue()).isEqualTo(2);
        assertThat(answer.body().get("totalUpdatedColumns").intValue()).isEqualTo(2);
        assertThat(answer.body().get("totalUpdatedSheets").intValue()).isEqualTo(1);
        assertThat(answer.body().at("/responses/1/updatedData/values").toString())
                .isEqualTo("[[\"3\",\"4\"]]");
    }

    @Test
    void clipsAReadOverTheEdgeWhenToldTo() {
        emulator.admin().settings("{\"partiallyOutOfGridRead\":\"CLAMP\"}");

        assertThat(http.get(path + "A1:ZZ1000").body().get("range").asText()).isEqualTo("Sheet1!A1:E10");
    }
}
