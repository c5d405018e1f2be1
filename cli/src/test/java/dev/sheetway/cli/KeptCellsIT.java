package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.rehearsal.WorkbookProof;
import dev.sheetway.emulator.workbook.Depth;
import dev.sheetway.emulator.workbook.NewColumns;
import dev.sheetway.launcher.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a rollback takes out of the table it gives back to whoever asks; and nothing else of the workbook changes. */
@ExtendWith(SharedStack.class)
class KeptCellsIT {
    private static final String PLAN = """
            apiVersion: sheetway.dev/v1
            kind: MigrationPlan
            metadata: { name: kept, from: "1", to: "2" }
            spec:
              tab: Spools
              keyColumn: TAG_SPOOL
              changes:
                - addColumn: { name: Ocupado_Por, type: text }
                - addColumn: { name: version, type: integer, initial: 0 }
            """;
    private static final String FURNITURE = "sheets(conditionalFormats,protectedRanges,basicFilter,merges,bandedRanges,"
            + "properties(gridProperties,hidden,tabColorStyle)),namedRanges";

    private final StackSheet sheet = StackSheet.small();

    @TempDir
    Path dir;

    @Test
    void whatPeopleTypedIntoNewColumnsComesBackFromTheArchive() throws Exception {
        String migration = migrated();
        sheet.type(StackSheet.SPOOLS, 3, 8, "=MR(93)");
        sheet.type(StackSheet.SPOOLS, 4, 9, "nine");
        JsonNode rolledBack = kafka("rollback", migration, "--reason", "test", "--output", "json")
                .json();
        assertThat(rolledBack.path("outcome").asText()).isEqualTo("rolled-back");

        CommandLineRun report = report(migration, sheet.emulator());

        assertThat(report.exit()).as(report.out() + report.err()).isZero();
        String tab = "sheetway_archive_" + migration.substring(0, 8);
        Path csv = dir.resolve("archived-columns." + tab + ".csv");
        assertThat(report.out()).contains(csv.toString());
        assertThat(Files.readAllLines(csv))
                .hasSize(1 + 1 + 40)
                .contains(tab + ",I4,4,MK-3,Ocupado_Por,'=MR(93),'=MR(93),text,no")
                .contains(tab + ",J5,5,MK-4,version,nine,nine,text,no")
                .contains(tab + ",J6,6,MK-5,version,0,0,number,yes");
        assertThat(Files.readString(dir.resolve("report.html")))
                .contains("hidden tab “" + tab + "”: 41 cells of “Ocupado_Por”, “version”, 2 of them other than")
                .doesNotContain("MR(93)");
    }

    @Test
    void aSheetThatCannotBeReadIsExitFiveAndTheOtherFilesAreThere() {
        String migration = migrated();
        kafka("rollback", migration, "--reason", "test");

        CommandLineRun report = report(migration, "http://127.0.0.1:1");

        assertThat(report.exit()).isEqualTo(5);
        assertThat(report.err())
                .contains("hidden tab \"sheetway_archive_" + migration.substring(0, 8) + "\" was not read");
        assertThat(dir.resolve("report.html")).content().contains("Not read: ");
        CommandLineRun journalOnly = kafka("report", migration, "--dir", dir.toString(), "--journal-only");
        assertThat(journalOnly.exit()).as(journalOnly.err()).isZero();
    }

    /** Formulas across tabs, lists, merges, notes, links, names, hidden and frozen parts, fonts: docs/examples/rehearsals. */
    @Test
    void aWorkbookWithEverythingStaysAsItIsForwardAndBack() throws Exception {
        Path examples = SharedStack.HOME.resolve("docs/examples/rehearsals");
        StackSheet orders = StackSheet.of(examples.resolve("orders.xlsx"));
        byte[] before = orders.export();

        CommandLineRun applied =
                orders.run("apply", examples.resolve("orders.yaml").toString(), "--yes");
        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        WorkbookProof forward =
                WorkbookProof.of(before, orders.export(), new NewColumns("Orders", 2, 3), Depth.APPEARANCE);
        kafka("rollback", applied.json().path("migrationId").asText(), "--reason", "test");
        WorkbookProof back = WorkbookProof.of(before, orders.export(), NewColumns.NONE, Depth.APPEARANCE);

        assertThat(forward.unexpected()).isEmpty();
        assertThat(forward.cellsCompared()).isGreaterThan(400);
        assertThat(back.unexpected()).isEmpty();
    }

    @Test
    void whatNoFileCanHoldStaysAsItIsForwardAndBack() {
        int id = sheet.sheetId(StackSheet.SPOOLS);
        String area = "\"sheetId\":" + id + ",\"startRowIndex\":1,\"endRowIndex\":20,\"startColumnIndex\":%d,"
                + "\"endColumnIndex\":%d";
        sheet.edit(
                "{\"addConditionalFormatRule\":{\"index\":0,\"rule\":{\"ranges\":[{" + area.formatted(5, 6) + "}],"
                        + "\"booleanRule\":{\"condition\":{\"type\":\"NUMBER_GREATER\",\"values\":[{\"userEnteredValue\":\"3\"}]},"
                        + "\"format\":{\"textFormat\":{\"bold\":true}}}}}}",
                "{\"addProtectedRange\":{\"protectedRange\":{\"range\":{" + area.formatted(0, 2)
                        + "},\"warningOnly\":true,\"description\":\"keys\"}}}",
                "{\"addNamedRange\":{\"namedRange\":{\"name\":\"Obra\",\"range\":{" + area.formatted(2, 4) + "}}}}",
                "{\"mergeCells\":{\"range\":{" + area.formatted(7, 8) + "},\"mergeType\":\"MERGE_ALL\"}}",
                "{\"updateSheetProperties\":{\"properties\":{\"sheetId\":" + id
                        + ",\"gridProperties\":{\"frozenRowCount\":1,\"frozenColumnCount\":2}},"
                        + "\"fields\":\"gridProperties(frozenRowCount,frozenColumnCount)\"}}");
        List<String> before = furniture();

        String migration = migrated();
        List<String> migrated = furniture();
        kafka("rollback", migration, "--reason", "test");

        assertThat(before).hasSize(5);
        assertThat(migrated).isEqualTo(before);
        assertThat(furniture()).isEqualTo(before);
    }

    /** Of the tab itself, without the number of its columns; named ranges without our slots. */
    private List<String> furniture() {
        JsonNode book = sheet.ask(FURNITURE);
        List<String> parts = new ArrayList<>();
        JsonNode tab = book.path("sheets").get(0);
        tab.fieldNames()
                .forEachRemaining(name ->
                        parts.add(name + " " + withoutWidth(tab.path(name).toString())));
        book.path("namedRanges").forEach(range -> {
            if (!range.path("name").asText().startsWith("sheetway_")) {
                parts.add(range.toString());
            }
        });
        return parts;
    }

    private static String withoutWidth(String json) {
        return json.replaceAll("\"columnCount\":\\d+", "");
    }

    private String migrated() {
        Path plan = dir.resolve("plan.yaml");
        try {
            Files.writeString(plan, PLAN);
        } catch (java.io.IOException failed) {
            throw new AssertionError(failed);
        }
        CommandLineRun applied = sheet.run("apply", plan.toString(), "--yes");
        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        return applied.json().path("migrationId").asText();
    }

    private CommandLineRun report(String migration, String emulator) {
        return kafka("report", migration, "--dir", dir.toString(), "--emulator", emulator);
    }

    private static CommandLineRun kafka(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--bootstrap-servers", "127.0.0.1:" + SharedStack.get().port(Part.BROKER)));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
