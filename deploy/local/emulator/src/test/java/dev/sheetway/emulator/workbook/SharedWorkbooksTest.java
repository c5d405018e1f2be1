package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedWorkbooksTest {
    static java.util.List<String> shared() {
        return SharedWorkbooks.ALL;
    }

    @ParameterizedTest
    @MethodSource("shared")
    void exportDiffersFromTheOriginalInNothingThatTheIndependentComparisonSees(String name) throws IOException {
        // Given
        byte[] original = SharedWorkbooks.bytes(name);
        // When
        byte[] exported = WorkbookWriter.write(WorkbookReader.read(original, name));
        WorkbookDifferences differences = WorkbookDiff.compare(original, exported);
        // Then
        assertThat(differences.summary()).isEmpty();
        assertThat(differences.cellsCompared()).isPositive();
    }

    @Test
    void readsDeathsWithFormulasDatesAndBooleans() throws IOException {
        // When
        ImportedWorkbook imported =
                WorkbookReader.importWorkbook(SharedWorkbooks.bytes(SharedWorkbooks.DEATHS), SharedWorkbooks.DEATHS);
        JsonNode bowie = imported.spreadsheet().at("/sheets/0/data/0/rowData/5/values");
        // Then
        assertThat(bowie.get(2).toString())
                .isEqualTo("{\"userEnteredValue\":{\"formulaValue\":\"=DATEDIF(E6,F6,\\\"y\\\")\"},"
                        + "\"effectiveValue\":{\"numberValue\":69},\"formattedValue\":\"69\"}");
        assertThat(bowie.get(3).at("/userEnteredValue/boolValue").asBoolean()).isTrue();
        assertThat(bowie.get(4).at("/userEnteredValue/numberValue").asInt()).isEqualTo(17_175);
        assertThat(bowie.get(4).at("/userEnteredFormat/numberFormat/type").asText())
                .isEqualTo("DATE");
        // shared formula: the second cell of it must be its own
        assertThat(imported.spreadsheet()
                        .at("/sheets/0/data/0/rowData/6/values/2/userEnteredValue/formulaValue")
                        .asText())
                .isEqualTo("=DATEDIF(E7,F7,\"y\")");
        assertThat(imported.notKept())
                .containsExactly(
                        "arts: 1 × table (its cells are kept) (first: Table1)",
                        "other: 1 × table (its cells are kept) (first: Table13)");
    }

    @Test
    void readsCyrillicWithoutAThemeOrBaseStyles() throws IOException {
        // When
        JsonNode sheet = WorkbookReader.read(SharedWorkbooks.bytes(SharedWorkbooks.EKATERINBURG), "e.xlsx")
                .at("/sheets/0");
        // Then
        assertThat(sheet.at("/properties/title").asText()).isEqualTo("СПАРК - Список");
        assertThat(sheet.at("/properties/gridProperties/rowCount").asInt()).isEqualTo(2_197);
        assertThat(sheet.at("/properties/gridProperties/columnCount").asInt()).isEqualTo(11);
        assertThat(sheet.at("/data/0/rowData/3/values/0/userEnteredValue/stringValue")
                        .asText())
                .isEqualTo("ФИО");
        assertThat(sheet.at("/data/0/rowData/4/values/6/userEnteredValue/stringValue")
                        .asText())
                .isEqualTo("304667414800060");
        assertThat(sheet.at("/data/0/rowData/2196/values/0/hyperlink").asText()).startsWith("http");
    }

    @Test
    void readsCellsThatDoNotSayWhereTheyStand() throws IOException {
        // When
        JsonNode sheet = WorkbookReader.read(SharedWorkbooks.bytes(SharedWorkbooks.LOS_ANGELES), "la.xlsx")
                .at("/sheets/0");
        // Then
        assertThat(sheet.at("/properties/gridProperties/rowCount").asInt()).isEqualTo(196);
        assertThat(sheet.at("/properties/gridProperties/columnCount").asInt()).isEqualTo(36);
        assertThat(sheet.at("/data/0/rowData/0/values/0/userEnteredValue/stringValue")
                        .asText())
                .isEqualTo("ARREST BOOKINGS for 01/30/17");
        assertThat(sheet.at("/data/0/rowData/2/values/35/userEnteredValue/stringValue")
                        .asText())
                .isEqualTo("REL_LOC");
        assertThat(sheet.at("/data/0/rowMetadata/0/pixelSize").asInt()).isEqualTo(20);
    }

    @Test
    void readsTabNamesBeyondLatin() throws IOException {
        // When
        ImportedWorkbook imported =
                WorkbookReader.importWorkbook(SharedWorkbooks.bytes(SharedWorkbooks.UTF8_NAMES), "utf8.xlsx");
        // Then
        assertThat(imported.spreadsheet().get("sheets").findValuesAsText("title"))
                .containsExactly("µ", "∂");
        assertThat(imported.notKept()).singleElement().asString().contains("day count from 1904");
    }
}
