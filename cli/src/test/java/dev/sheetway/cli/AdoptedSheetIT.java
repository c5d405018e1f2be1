package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a sheet that was adopted and migrated, while people work on it. */
@ExtendWith(SharedStack.class)
class AdoptedSheetIT {
    private static final String TAB = StackSheet.SPOOLS;
    private static final String PLAN = """
            apiVersion: sheetway.dev/v1
            kind: MigrationPlan
            metadata: { name: spools, from: "2.1", to: "3.0" }
            spec:
              tab: Spools
              keyColumn: TAG_SPOOL
              changes:
                - addColumn: { name: version, type: integer, initial: 0 }
            """;

    @TempDir
    Path dir;

    private static CommandLineRun history(StackSheet sheet) {
        return sheet.run("history", "--emulator", sheet.emulator());
    }

    @Test
    void aBaselineCarriesMigrationChecksAndHistory() throws Exception {
        // Given
        StackSheet sheet = StackSheet.small();
        String plan = Files.writeString(dir.resolve("plan.yaml"), PLAN).toString();
        run(sheet, 0, "baseline", "--tab", TAB, "--version", "2.1");
        // When
        run(sheet, 0, "apply", plan, "--yes");
        // Then
        JsonNode verified = run(sheet, 0, "verify", plan).json();
        assertThat(verified.path("success").booleanValue()).isTrue();
        assertThat(verified.path("checks_passed").intValue()).isEqualTo(7);
        assertThat(verified.path("source").asText()).isEqualTo("emulator");

        JsonNode told = history(sheet).json();
        assertThat(told.path("migrations").findValuesAsText("kind"))
                .containsExactly("baseline", "migration", "verification");
        assertThat(verified.path("migrationId").asText())
                .isEqualTo(told.path("migrations").get(1).path("migrationId").asText());
        assertThat(told.path("drift").path("checked").booleanValue()).isTrue();
        JsonNode table = told.path("drift").path("tables").get(0);
        assertThat(table.path("columns").intValue()).isEqualTo(9);
        assertThat(table.path("version").asText()).isEqualTo("3.0");
        assertThat(table.path("drift")).isEmpty();

        // Given
        people(sheet);
        // When
        JsonNode drift =
                history(sheet).json().path("drift").path("tables").get(0).path("drift");
        // Then
        assertThat(named(drift))
                .containsExactlyInAnyOrder(
                        "renamed Cliente", "moved NV", "deleted OT", "retyped Armador", "inserted MatSys");
        JsonNode failed = run(sheet, 1, "verify", plan).json();
        assertThat(failed.path("success").booleanValue()).isFalse();
        assertThat(failed.path("checks").findValuesAsText("passed")).contains("false");

        // Given
        Path other = Files.writeString(
                dir.resolve("other.yaml"),
                Files.readString(SharedStack.PLAN).replace("version, type", "versions, type"));
        // When
        CommandLineRun refused = run(sheet, 4, "verify", other.toString());
        // Then
        assertThat(refused.json().path("reason").asText()).startsWith("nothing-to-verify");
        assertThat(refused.json().path("success").booleanValue()).isFalse();
    }

    /** Renames a column, moves one, deletes one, turns the texts of one into numbers, inserts one. */
    private static void people(StackSheet sheet) {
        int id = sheet.sheetId(TAB);
        List<String> header = sheet.header(TAB);
        sheet.type(TAB, 0, header.indexOf("Cliente"), "Comprador");
        int armador = header.indexOf("Armador");
        sheet.edit("""
                {"repeatCell":{"range":{"sheetId":%d,"startRowIndex":1,"startColumnIndex":%d,"endColumnIndex":%d},
                 "cell":{"userEnteredValue":{"numberValue":7}},"fields":"userEnteredValue"}}""".formatted(id, armador, armador + 1));
        int nv = header.indexOf("NV");
        int ot = header.indexOf("OT");
        sheet.edit("""
                {"moveDimension":{"source":{"sheetId":%d,"dimension":"COLUMNS","startIndex":%d,"endIndex":%d},
                 "destinationIndex":7}}""".formatted(id, nv, nv + 1), """
                {"deleteDimension":{"range":{"sheetId":%d,"dimension":"COLUMNS","startIndex":%d,"endIndex":%d}}}""".formatted(id, ot - 1, ot), """
                {"insertDimension":{"range":{"sheetId":%d,"dimension":"COLUMNS","startIndex":5,"endIndex":6},
                 "inheritFromBefore":true}}""".formatted(id));
        sheet.type(TAB, 0, 5, "MatSys");
    }

    private static List<String> named(JsonNode drift) {
        return java.util.stream.StreamSupport.stream(drift.spliterator(), false)
                .map(one -> one.path("kind").asText() + " " + one.path("column").asText())
                .toList();
    }

    @Test
    void historyIsPrintedWhereTheSheetCannotBeRead() {
        // Given
        StackSheet sheet = StackSheet.small();
        run(sheet, 0, "baseline", "--tab", TAB, "--version", "2.1");
        // When
        CommandLineRun told = sheet.run("history", "--emulator", "http://127.0.0.1:1");
        // Then
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.json().path("migrations")).hasSize(1);
        assertThat(told.json().path("drift").path("checked").booleanValue()).isFalse();
        assertThat(told.json().path("drift").path("reason").asText()).startsWith("google-unreachable");
    }

    @Test
    void aPlanIsBegunFromTheHeaderAndNeverOverwritesOne() throws Exception {
        // Given
        StackSheet sheet = StackSheet.small();
        Path file = dir.resolve("begun.yaml");
        // When
        CommandLineRun begun = sheet.read("plan", "init", "--out", file.toString());
        // Then
        assertThat(begun.exit()).as(begun.out() + begun.err()).isZero();
        assertThat(begun.json().path("tab").asText()).isEqualTo(TAB);
        assertThat(begun.json().path("headerRow").intValue()).isEqualTo(1);
        assertThat(begun.json().path("keyColumn").asText()).isEqualTo("TAG_SPOOL");
        assertThat(begun.json().path("columns").intValue()).isEqualTo(8);
        String text = Files.readString(file);
        Files.writeString(file, text.replace("    # - addColumn", "    - addColumn"));
        CommandLineRun valid = CommandLineRun.of("plan", "validate", file.toString());
        assertThat(valid.exit()).as(valid.out()).isZero();
        assertThat(sheet.read("plan", "init", "--out", file.toString()).exit()).isEqualTo(2);
        assertThat(file).content().contains("    - addColumn");
        assertThat(sheet.read("plan", "init", "--tab", "Spool").exit()).isEqualTo(4);
        CommandLineRun preview = sheet.run("plan", "show", file.toString());
        assertThat(preview.exit()).as(preview.out() + preview.err()).isZero();
        assertThat(preview.json().path("expected").path("writes").intValue()).isEqualTo(4);
    }

    private static CommandLineRun run(StackSheet sheet, int exit, String... arguments) {
        CommandLineRun run = sheet.run(arguments);
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
        return run;
    }
}
