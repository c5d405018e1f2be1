package dev.sheetway.emulator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.workbook.ImportedWorkbook;
import dev.sheetway.emulator.workbook.WorkbookReader;
import java.util.ArrayList;
import java.util.List;

/** The sample of the default seed, generated and imported once for all tests. */
final class SampleSheet {
    static final byte[] SAMPLE = SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED);
    static final ImportedWorkbook IMPORTED = WorkbookReader.importWorkbook(SAMPLE, "muestra.xlsx");
    static final JsonNode OPERACIONES = IMPORTED.spreadsheet().at("/sheets/0");

    private SampleSheet() {}

    static JsonNode row(int index) {
        return OPERACIONES.at("/data/0/rowData").get(index).get("values");
    }

    static List<String> texts(int index) {
        List<String> texts = new ArrayList<>();
        row(index)
                .forEach(cell ->
                        texts.add(cell.at("/userEnteredValue/stringValue").asText()));
        return texts;
    }

    static List<Integer> filled(String header) {
        List<Integer> rows = new ArrayList<>();
        for (int r = 1; r < 2_556; r++) {
            if (row(r).path(SpoolColumns.at(header)).has("userEnteredValue")) {
                rows.add(r);
            }
        }
        return rows;
    }

    static List<String> column(String header, String kind) {
        List<String> values = new ArrayList<>();
        for (int r = 1; r < 2_556; r++) {
            JsonNode value = row(r).path(SpoolColumns.at(header))
                    .path("userEnteredValue")
                    .path(kind);
            if (!value.isMissingNode()) {
                values.add(value.asText());
            }
        }
        return values;
    }
}
