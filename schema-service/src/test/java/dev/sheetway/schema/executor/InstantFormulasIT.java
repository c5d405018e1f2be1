package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody inserts a column in the instant of a rollback's batch, which so deletes a neighbour that holds formulas and that
 * others refer to: in the end every formula of the workbook is what the edit alone would have made of it.
 */
class InstantFormulasIT {
    private static final int LAST = 62;
    private static final String OTHER = "Trabajadores";
    private static final String COLUMN_INSERTED =
            "[{\"insertDimension\":{\"range\":{\"sheetId\":%d,\"dimension\":\"COLUMNS\",\"startIndex\":3,\"endIndex\":4}}}]";

    private static Map<String, List<Cell>> twin = Map.of();
    private static Map<String, List<Cell>> otherTwin = Map.of();

    @BeforeAll
    static void editWithoutAMigration() {
        try (LiveSheet sheet = new LiveSheet(InstantFormulasIT::enterFormulas)) {
            sheet.edit(edit(sheet));
            twin = sheet.table();
            otherTwin = sheet.columns(OTHER);
        }
    }

    private static String edit(LiveSheet sheet) {
        return COLUMN_INSERTED.formatted(sheet.tab("Operaciones").sheetId());
    }

    /** With results: the emulator evaluates none. */
    private static void enterFormulas(ObjectNode workbook) {
        formula(workbook, "Operaciones", 10, LAST, "=A11&$B$3&" + OTHER + "!A2");
        formula(workbook, "Operaciones", 11, LAST, "=BK11&BJ12&SUM(1:1)");
        formula(workbook, "Operaciones", 10, 40, "=BK11+1");
        formula(workbook, "Operaciones", 11, 40, "=COUNTA(BI2:BK9)");
        formula(workbook, OTHER, 5, 1, "=COUNTIF(Operaciones!BK:BK,\"BK1\")&Operaciones!$BK$11");
    }

    private static void formula(ObjectNode workbook, String title, int row, int column, String text) {
        for (JsonNode sheet : workbook.withArray("sheets")) {
            if (sheet.at("/properties/title").asText().equals(title)) {
                ObjectNode cell = (ObjectNode) sheet.at("/data/0/rowData/" + row + "/values/" + column);
                cell.putObject("userEnteredValue").put("formulaValue", text);
                cell.putObject("effectiveValue").put("stringValue", "a result");
                return;
            }
        }
        throw new IllegalArgumentException(title);
    }

    @Test
    void everyFormulaIsWhatTheEditAloneMadeOfIt() {
        // Given
        try (LiveSheet sheet = new LiveSheet(InstantFormulasIT::enterFormulas)) {
            Bench bench = sheet.bench(LiveSheet.zeues(), "request-1");
            bench.open();
            bench.expand();
            sheet.emulator.admin().faults("""
                    [{"method":"sheets.spreadsheets.batchUpdate","containing":"/expand/ROLLBACK/1","when":"before",
                      "kind":"userEdit","edit":{"requests":%s}}]""".formatted(edit(sheet)));
            // When
            Contracted contracted = bench.contract();
            // Then
            bench.close(Direction.ROLLBACK);
            assertThat(sheet.table()).isEqualTo(twin);
            assertThat(sheet.columns(OTHER)).isEqualTo(otherTwin);
            String neighbour = List.copyOf(twin.keySet()).getLast();
            assertThat(contracted.kept()).contains(new Difference(0, neighbour, "neighbour-put-back"));
        }
    }

    @Test
    void aFormulaInAColumnOfOursIsArchivedAsItWasEntered() {
        // Given
        try (LiveSheet sheet = new LiveSheet()) {
            Bench bench = sheet.bench(LiveSheet.zeues(), "request-1");
            bench.open();
            bench.expand();
            sheet.type(sheet.tab("Operaciones").sheetId(), 4, LAST + 1, "{\"formulaValue\":\"=A5&B5\"}");
            // When
            Contracted contracted = bench.contract();
            // Then
            int archive = sheet.tab(contracted.archiveTab().orElseThrow()).sheetId();
            List<String> entered = new ArrayList<>();
            sheet.google
                    .reader()
                    .scanAll(
                            sheet.id,
                            List.of(new GridArea(archive, 4, 5, LAST + 1, LAST + 2)),
                            SheetReader.Rows.ENTERED,
                            (area, row, cells) -> cells.forEach(
                                    cell -> entered.add(cell.content().asText())));
            assertThat(entered).containsExactly("=A5&B5");
        }
    }
}
