package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvImportTest {
    @Test
    void tabTakesTheNameOfTheFile() {
        // When
        JsonNode spreadsheet = WorkbookReader.read(utf8("a\n"), "C:\\in\\Operaciones 2026.csv");
        // Then
        assertThat(spreadsheet.at("/properties/title").asText()).isEqualTo("Operaciones 2026");
        assertThat(spreadsheet.at("/sheets/0/properties/title").asText()).isEqualTo("Operaciones 2026");
        assertThat(spreadsheet.at("/sheets/0/properties/sheetId").asInt()).isPositive();
    }

    @Test
    void numbersBecomeNumbersAndAllElseStaysText() {
        // When
        JsonNode row = rows("1,-2.5,1e3,15/03/2026,=A1+1,TRUE,\" 7\",\"1,5\",\n")
                .get(0)
                .get("values");
        // Then
        assertThat(row).hasSize(8);
        assertThat(row.get(0).at("/userEnteredValue/numberValue").asInt()).isEqualTo(1);
        assertThat(row.get(1).at("/effectiveValue/numberValue").asDouble()).isEqualTo(-2.5);
        assertThat(row.get(2).at("/userEnteredValue/numberValue").asInt()).isEqualTo(1_000);
        for (int c = 3; c < 8; c++) {
            assertThat(row.get(c).get("userEnteredValue").has("stringValue")).isTrue();
        }
        assertThat(row.get(4).at("/userEnteredValue/stringValue").asText()).isEqualTo("=A1+1");
        assertThat(row.get(6).at("/userEnteredValue/stringValue").asText()).isEqualTo(" 7");
    }

    @Test
    void saysWhereLeadingZerosAreLost() {
        // When
        ImportedWorkbook imported = WorkbookReader.importWorkbook(utf8("NV\n007\n008\n12345678901234567\n"), "a.csv");
        // Then
        assertThat(imported.spreadsheet()
                        .at("/sheets/0/data/0/rowData/1/values/0/userEnteredValue/numberValue")
                        .asInt())
                .isEqualTo(7);
        assertThat(imported.notKept())
                .containsExactly(
                        "cells: 2 × number whose leading zeros are gone, as in Google's import (first: row 2, column 1)",
                        "cells: 1 × number of more than 15 digits, rounded as in Google's import (first: row 4, column 1)");
    }

    @Test
    void readsQuotesEmbeddedLinesAndTheByteOrderMark() {
        // When
        JsonNode rows = rows("\uFEFFUbicación,b\r\n\"two\nlines\",\"say \"\"hi\"\"\"\r\n\r\nlast,\r\n");
        // Then
        assertThat(text(rows, 0, 0)).isEqualTo("Ubicación");
        assertThat(text(rows, 1, 0)).isEqualTo("two\nlines");
        assertThat(text(rows, 1, 1)).isEqualTo("say \"hi\"");
        assertThat(rows.get(2).has("values")).isFalse();
        assertThat(text(rows, 3, 0)).isEqualTo("last");
    }

    @Test
    void findsTheSeparatorInTheFirstLine() {
        assertThat(text(rows("a;\"b,;,\";c\n1,5;2;3\n"), 1, 0)).isEqualTo("1,5");
        assertThat(text(rows("a\tb,c\td\n"), 0, 1)).isEqualTo("b,c");
    }

    @Test
    void gridIsWhatTheFileUses() {
        // When
        JsonNode grid = WorkbookReader.read(utf8("a,b,,\n1\n,,\n"), "a.csv").at("/sheets/0/properties/gridProperties");
        // Then
        assertThat(grid.get("rowCount").asInt()).isEqualTo(3);
        assertThat(grid.get("columnCount").asInt()).isEqualTo(4);
    }

    private static JsonNode rows(String csv) {
        return WorkbookReader.read(utf8(csv), "a.csv").at("/sheets/0/data/0/rowData");
    }

    private static String text(JsonNode rows, int row, int column) {
        return rows.get(row)
                .get("values")
                .get(column)
                .at("/userEnteredValue/stringValue")
                .asText();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
