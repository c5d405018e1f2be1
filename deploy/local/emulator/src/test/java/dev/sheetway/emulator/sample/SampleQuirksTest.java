package dev.sheetway.emulator.sample;

import static dev.sheetway.emulator.sample.SampleSheet.IMPORTED;
import static dev.sheetway.emulator.sample.SampleSheet.OPERACIONES;
import static dev.sheetway.emulator.sample.SampleSheet.column;
import static dev.sheetway.emulator.sample.SampleSheet.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleQuirksTest {
    @Test
    void trailingRowsAreFormattedAndBlank() {
        // When
        JsonNode row = row(2_555);
        // Then
        assertThat(row).hasSize(63);
        assertThat(row).noneMatch(cell -> cell.has("userEnteredValue") || cell.has("effectiveValue"));
        assertThat(row).allMatch(cell -> cell.has("userEnteredFormat"));
    }

    @Test
    void keysRepeatAndTestRowsStandAmongThem() {
        // When
        List<String> tags = column("TAG_SPOOL", "stringValue");
        // Then
        assertThat(tags).contains("TEST-01", "TEST-02");
        assertThat(tags.size() - new HashSet<>(tags).size()).isEqualTo(5);
    }

    @Test
    void totalsAreFormulasWithTheirResults() {
        // When
        JsonNode total = row(1).get(SpoolColumns.at("Precio Total"));
        double sum = 0;
        for (String part : List.of("Precio Fabricación", "Precio Revestimiento", "Precio Pintura", "Precio Embalaje")) {
            sum += row(1).get(SpoolColumns.at(part))
                    .at("/userEnteredValue/numberValue")
                    .asDouble();
        }
        // Then
        assertThat(total.at("/userEnteredValue/formulaValue").asText()).isEqualTo("=SUM(BG2:BJ2)");
        assertThat(total.at("/effectiveValue/numberValue").asDouble())
                .isEqualTo(sum)
                .isPositive();
        assertThat(total.at("/userEnteredFormat/numberFormat/type").asText()).isEqualTo("CURRENCY");
        assertThat(column("Precio Total", "formulaValue")).hasSize(1_092);
    }

    @Test
    void datesAreWrittenByManyHands() {
        // When
        List<String> texts = column("Fecha_Materiales", "stringValue");
        List<String> numbers = column("Fecha_Materiales", "numberValue");
        // Then
        assertThat(texts).anyMatch(text -> text.matches("\\d\\d/\\d\\d/\\d{4}"));
        assertThat(texts).anyMatch(text -> text.matches("\\d{1,2}/\\d{1,2}/\\d\\d"));
        assertThat(texts).anyMatch(text -> text.matches("\\d{4}-\\d\\d-\\d\\d"));
        assertThat(texts).anyMatch(text -> text.matches("\\d\\d-[A-Z][a-z]{2}-\\d{4}"));
        assertThat(numbers.size()).isGreaterThan(4 * texts.size());
        assertThat(row(50).get(SpoolColumns.at("Fecha_PH"))
                        .get("formattedValue")
                        .asText())
                .isEqualTo("03-01-1900");
    }

    @Test
    void numbersThatArePartsOfNamesStayText() {
        // Then
        assertThat(column("NV", "stringValue")).hasSize(1_094).contains("006", "NV0601");
        assertThat(column("OT", "stringValue")).contains("002", "9999");
        assertThat(column("ITEM", "stringValue")).contains("007");
        assertThat(column("OC", "stringValue")).contains("-");
        assertThat(column("Peso_Kg", "stringValue")).isNotEmpty().allMatch(text -> text.endsWith(",5"));
        assertThat(column("Armador", "stringValue"))
                .contains("MR(93)")
                .allMatch(tag -> tag.matches("[A-ZÁÓ]{2}\\(\\d+\\)"));
    }

    @Test
    void headerIsFrozenAndTheRestIsFurnished() {
        // Then
        assertThat(OPERACIONES.at("/properties/gridProperties/frozenRowCount").asInt())
                .isEqualTo(1);
        assertThat(OPERACIONES.at("/data/0/columnMetadata/15/hiddenByUser").asBoolean())
                .isTrue();
        assertThat(row(1).get(SpoolColumns.at("Status_Spool"))
                        .at("/dataValidation/condition/type")
                        .asText())
                .isEqualTo("ONE_OF_LIST");
        assertThat(row(2_555)
                        .get(SpoolColumns.at("DIAM"))
                        .at("/dataValidation/condition/type")
                        .asText())
                .isEqualTo("NUMBER_GREATER");
        assertThat(row(0).get(6).get("note").asText()).startsWith("Clave de la fila.");
        JsonNode range = IMPORTED.spreadsheet().at("/namedRanges/0");
        assertThat(range.get("name").asText()).isEqualTo("Spools");
        assertThat(range.at("/range/endRowIndex").asInt()).isEqualTo(2_556);
        assertThat(range.at("/range/endColumnIndex").asInt()).isEqualTo(63);
    }

    @Test
    void crewCountsPointIntoOperaciones() {
        // When
        JsonNode mr93 = IMPORTED.spreadsheet().at("/sheets/1/data/0/rowData/1/values/4");
        // Then
        assertThat(mr93.at("/userEnteredValue/formulaValue").asText())
                .isEqualTo("=COUNTIF(Operaciones!$AJ$2:$AJ$2556,LEFT(B2,1)&LEFT(C2,1)&\"(\"&A2&\")\")");
        assertThat(mr93.at("/effectiveValue/numberValue").asLong())
                .isEqualTo(column("Armador", "stringValue").stream()
                        .filter("MR(93)"::equals)
                        .count())
                .isPositive();
        assertThat(IMPORTED.spreadsheet()
                        .at("/sheets/1/properties/gridProperties/rowCount")
                        .asInt())
                .isEqualTo(23);
        assertThat(IMPORTED.spreadsheet()
                        .at("/sheets/3/properties/gridProperties/columnCount")
                        .asInt())
                .isEqualTo(10);
        assertThat(IMPORTED.spreadsheet().at("/sheets/3/data/0/rowData").size()).isEqualTo(49);
    }
}
