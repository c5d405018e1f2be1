package dev.sheetway.workspace.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorAdmin;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The emulator over HTTP with one spreadsheet: tab "Operaciones", id 0, 10 rows of 5 columns with a header, three real
 * rows and a formula; tab "It's 2nd", id 7.
 */
final class EmulatedGoogle implements AutoCloseable {
    static final SpreadsheetId ID = new SpreadsheetId("sheet-1");
    static final String WRITER = "emu.sa.schema-service.spreadsheets+drive";
    static final String VERIFIER = "emu.sa.verify-service.spreadsheets.readonly+drive.readonly";

    final FakePace pace = new FakePace(0.5);
    private final Emulator emulator;

    EmulatedGoogle() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        emulator.admin().importSpreadsheet(resource(), ID.value());
    }

    EmulatorAdmin admin() {
        return emulator.admin();
    }

    GatewaySettings settings(String token) {
        return GatewaySettings.of(emulator.baseUri(), TokenSource.fixed(token)).withReadTimeout(Duration.ofSeconds(10));
    }

    GoogleWorkspace connect(String token) {
        return GoogleWorkspace.connect(settings(token), pace);
    }

    GoogleWorkspace connect(GatewaySettings settings) {
        return GoogleWorkspace.connect(settings, pace);
    }

    /** One rule that strikes the next batch update. */
    void nextBatch(String rule) {
        admin().faults("[{\"method\":\"sheets.spreadsheets.batchUpdate\"," + rule + "}]");
    }

    int batches() {
        return admin().counts()
                .path("methods")
                .path("sheets.spreadsheets.batchUpdate")
                .asInt();
    }

    int calls() {
        return admin().counts().path("total").asInt();
    }

    /** Rows as text, cells by commas. */
    static List<String> rows(SheetReader reader, GridArea area) {
        List<String> rows = new ArrayList<>();
        reader.scan(ID, area, (asked, row, cells) -> rows.add(row + ": " + text(cells)));
        return rows;
    }

    static List<Cell> row(SheetReader reader, int row) {
        List<Cell> found = new ArrayList<>();
        int columns = reader.open(ID).tab(0).orElseThrow().columnCount();
        reader.scan(ID, new GridArea(0, row, row + 1, 0, columns), (area, index, cells) -> found.addAll(cells));
        return found;
    }

    private static String text(List<Cell> cells) {
        return String.join(
                ",", cells.stream().map(cell -> cell.content().asText()).toList());
    }

    private static ObjectNode resource() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree("""
                {"properties":{"title":"Original","locale":"es_CL","timeZone":"America/Santiago"},"sheets":[
                 {"properties":{"sheetId":0,"title":"Operaciones",
                   "gridProperties":{"rowCount":10,"columnCount":5,"frozenRowCount":1}},
                  "data":[{"rowData":[
                   {"values":[{"userEnteredValue":{"stringValue":"TAG"}},{"userEnteredValue":{"stringValue":"Fecha"}},
                              {"userEnteredValue":{"stringValue":"N"}},{"userEnteredValue":{"stringValue":"Total"}},
                              {"userEnteredValue":{"stringValue":"Fin"}}]},
                   {"values":[{"userEnteredValue":{"stringValue":"S-1"}},
                              {"userEnteredValue":{"numberValue":45000},
                               "userEnteredFormat":{"numberFormat":{"type":"DATE","pattern":"yyyy-mm-dd"}}},
                              {"userEnteredValue":{"numberValue":0}},
                              {"userEnteredValue":{"formulaValue":"=C2*2"},"effectiveValue":{"numberValue":0}}]},
                   {"values":[{"userEnteredValue":{"stringValue":"S-2"}},{},{"userEnteredValue":{"boolValue":true}}]},
                   {},
                   {"values":[{"userEnteredValue":{"stringValue":"S-3"}},{},{"userEnteredValue":{"stringValue":"=x"}},
                              {"userEnteredValue":{"formulaValue":"=1/0"},
                               "effectiveValue":{"errorValue":{"type":"DIVIDE_BY_ZERO","message":"secret"}}}]}
                  ]}]},
                 {"properties":{"sheetId":7,"title":"It's 2nd","hidden":true,
                   "gridProperties":{"rowCount":3,"columnCount":2}}}]}
                """);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
