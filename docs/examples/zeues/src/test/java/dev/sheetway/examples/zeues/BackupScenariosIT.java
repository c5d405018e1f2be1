package dev.sheetway.examples.zeues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.CommandLineRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole spreadsheet is wanted back, with its formulas, and from the newest backup; on a whole stack. */
@ExtendWith(WithOperator.class)
class BackupScenariosIT extends Scenario {
    private static final String EVERYTHING = "?ranges=Operaciones&ranges=Trabajadores&ranges=Roles&fields="
            + "sheets(properties(sheetId,title),data.rowData.values(userEnteredValue,userEnteredFormat,note,"
            + "dataValidation))";

    BackupScenariosIT(Operator operator) {
        super(operator);
    }

    @Test
    void formulasARowAndATabComeBack() {
        String sheet = operator.newSheet();
        Map<String, JsonNode> before = everything(sheet);
        String migration = migrated(sheet);
        Grid shown = operator.grid(sheet);
        int total = shown.column("Precio Total");
        int crew = before.get("Trabajadores").at("/properties/sheetId").asInt();
        int spools = operator.sheetId(sheet);
        operator.edit(
                sheet,
                "[" + Operator.typing(spools, 2, total, "{\"numberValue\":4711}") + ",{\"deleteDimension\":"
                        + "{\"range\":{\"sheetId\":" + spools
                        + ",\"dimension\":\"ROWS\",\"startIndex\":9,\"endIndex\":10}}}"
                        + ",{\"deleteSheet\":{\"sheetId\":" + crew + "}}]");

        CommandLineRun restored = operator.run("restore", migration, "--reason", "wrong import", "--yes");

        assertThat(restored.exit()).as(restored.out() + restored.err()).isZero();
        assertThat(steps(restored, "ROLLBACK")).containsExactly("expand", "backup", "verify", "smoke", "close");
        assertThat(differing(before, everything(sheet))).isEmpty();
        assertThat(operator.grid(sheet).cell(2, "Precio Total")).isEqualTo(shown.cell(2, "Precio Total"));
    }

    @Test
    void afterALongApprovalTheBackupIsMadeAgainAndTheNewerOneIsRestored() {
        String sheet = operator.newSheet();
        Path impatient = operator.plan(dir, "maxAge: PT1H", "maxAge: PT1S");
        String migration = migrationOf(operator.apply(impatient, sheet, "--require-approval", "--detach"));
        awaitOutcome(migration, "approval-awaited");
        operator.type(sheet, 3, operator.grid(sheet).column("Cliente"), "{\"stringValue\":\"typed while waiting\"}");
        Map<String, JsonNode> before = everything(sheet);
        awaitLaterThan(Instant.now().toString());
        operator.run("approve", migration);
        awaitOutcome(migration, "completed");
        operator.type(sheet, 3, operator.grid(sheet).column("Cliente"), "{\"stringValue\":\"typed afterwards\"}");

        CommandLineRun restored = operator.run("restore", migration, "--reason", "wrong import", "--yes");

        assertThat(restored.exit()).as(restored.out() + restored.err()).isZero();
        assertThat(differing(before, everything(sheet))).isEmpty();
    }

    /** What stands in each tab, by title. */
    private Map<String, JsonNode> everything(String sheet) {
        Map<String, JsonNode> tabs = new TreeMap<>();
        operator.ask("/v4/spreadsheets/" + sheet + EVERYTHING)
                .path("sheets")
                .forEach(tab -> tabs.put(tab.at("/properties/title").asText(), tab));
        return tabs;
    }

    /** The first rows that differ. */
    private static List<String> differing(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        List<String> rows = new ArrayList<>();
        before.forEach((title, tab) -> {
            JsonNode was = tab.at("/data/0/rowData");
            JsonNode is = after.get(title).at("/data/0/rowData");
            IntStream.range(0, Math.max(was.size(), is.size()))
                    .filter(row -> !was.path(row).equals(is.path(row)))
                    .limit(3)
                    .forEach(row -> rows.add(title + " " + row + ": " + was.path(row) + " became " + is.path(row)));
        });
        return rows;
    }
}
