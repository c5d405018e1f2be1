package dev.sheetway.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The plan's tab in the emulator before a migration, as far as a fault must know it to hit the right cell.
 *
 * @param header texts of the header row, trailing blanks left out
 * @param keyColumn 0-based; 0 when the plan names none
 * @param firstRealRow 0-based row of the grid
 * @param rowAfterLast 0-based row below everything
 */
public record SheetShape(int sheetId, List<String> header, int keyColumn, int firstRealRow, int rowAfterLast) {
    public SheetShape {
        header = List.copyOf(header);
    }

    /** @throws CliFailure ({@link Exit#REFUSED}) when the workbook has no such tab or no real row */
    public static SheetShape read(EmulatorAdmin emulator, SpreadsheetId spreadsheet, MigrationPlan plan) {
        JsonNode tabs = emulator.ask("/v4/spreadsheets/" + spreadsheet + "?fields=sheets.properties(sheetId,title)");
        for (JsonNode tab : tabs.path("sheets")) {
            JsonNode properties = tab.path("properties");
            if (properties.path("title").asText().equals(plan.tab())) {
                JsonNode values = emulator.ask("/v4/spreadsheets/" + spreadsheet + "/values/"
                        + EmulatorAdmin.encoded("'" + plan.tab().replace("'", "''") + "'"));
                return of(properties.path("sheetId").asInt(), values.path("values"), plan);
            }
        }
        throw new CliFailure(
                Exit.REFUSED,
                "tab \"" + plan.tab() + "\": expected in the workbook, found "
                        + tabs.path("sheets").findValuesAsText("title") + "; nothing was written");
    }

    private static SheetShape of(int sheetId, JsonNode rows, MigrationPlan plan) {
        List<String> header = new ArrayList<>();
        rows.path(plan.headerRow() - 1).forEach(cell -> header.add(cell.asText()));
        int key = plan.keyColumn()
                .map(name -> IntStream.range(0, header.size())
                        .filter(column -> HeaderName.same(header.get(column), name))
                        .findFirst()
                        .orElse(0))
                .orElse(0);
        int real = IntStream.range(plan.headerRow(), rows.size())
                .filter(row -> !rows.path(row).path(key).asText().isBlank())
                .findFirst()
                .orElseThrow(() -> new CliFailure(
                        Exit.REFUSED, "tab \"" + plan.tab() + "\" has no real row: no step could be made to fail"));
        return new SheetShape(sheetId, header, key, real, rows.size());
    }

    /** Where {@code name} will stand, 0-based, when all columns of the plan are new. */
    public int columnOf(MigrationPlan plan, String name) {
        List<String> after = new ArrayList<>(header);
        for (AddColumn column : plan.addedColumns()) {
            int place = column.after()
                    .map(before -> IntStream.range(0, after.size())
                                    .filter(i -> HeaderName.same(after.get(i), before))
                                    .findFirst()
                                    .orElse(after.size() - 1)
                            + 1)
                    .orElse(after.size());
            after.add(place, column.name());
        }
        return after.indexOf(name);
    }
}
