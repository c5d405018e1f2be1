package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.local.EmulatorAdmin;
import dev.sheetway.emulator.sample.SampleWorkbook;
import dev.sheetway.launcher.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A spreadsheet in the shared stack's emulator, with the people who edit it. */
final class StackSheet {
    /** Tab of {@link #small()}: 8 columns, 40 rows with texts, whole numbers and blanks. */
    static final String SPOOLS = "Spools";

    final String id;
    private final URI emulator =
            URI.create("http://127.0.0.1:" + SharedStack.get().port(Part.EMULATOR));
    private final EmulatorAdmin admin = new EmulatorAdmin(emulator);

    private StackSheet(byte[] file, String name) {
        this.id = admin.importWorkbook(file, name, Optional.empty())
                .path("spreadsheetId")
                .asText();
    }

    /** The case study's: 63 columns, 2,556 rows. */
    static StackSheet sample() {
        return new StackSheet(SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED), "Registro.xlsx");
    }

    static StackSheet small() {
        StringBuilder csv = new StringBuilder("Taller,TAG_SPOOL,NV,OT,Cliente,Diametro,Armador,Nota\n");
        for (int row = 1; row <= 40; row++) {
            csv.append("Norte,MK-")
                    .append(row)
                    .append(",NV")
                    .append(row % 3)
                    .append(",OT-7,ACME,")
                    .append(row % 5)
                    .append(",AB,")
                    .append(row % 10 == 0 ? "revisar" : "")
                    .append('\n');
        }
        return new StackSheet(csv.toString().getBytes(StandardCharsets.UTF_8), SPOOLS + ".csv");
    }

    static StackSheet of(Path workbook) {
        try {
            return new StackSheet(
                    Files.readAllBytes(workbook), workbook.getFileName().toString());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    byte[] export() {
        return admin.exportWorkbook(id);
    }

    /** A command that publishes, about this spreadsheet. */
    CommandLineRun run(String... arguments) {
        return command(
                arguments,
                "--bootstrap-servers",
                "127.0.0.1:" + SharedStack.get().port(Part.BROKER));
    }

    /** A command that reads the sheet itself. */
    CommandLineRun read(String... arguments) {
        return command(arguments, "--emulator", emulator.toString());
    }

    String emulator() {
        return emulator.toString();
    }

    private CommandLineRun command(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--spreadsheet", id, "--output", "json"));
        all.addAll(Arrays.asList(more));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    /** The parts of the exported file, each as its hash; without the one that lists named ranges, where slots stand. */
    Map<String, Integer> parts() {
        Map<String, Integer> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(admin.exportWorkbook(id)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), Arrays.hashCode(zip.readAllBytes()));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        assertThat(parts.remove("xl/workbook.xml")).isNotNull();
        return parts;
    }

    JsonNode ask(String fields) {
        return admin.ask("/v4/spreadsheets/" + id + "?fields=" + fields);
    }

    int sheetId(String tab) {
        for (JsonNode sheet : ask("sheets.properties(sheetId,title)").path("sheets")) {
            if (sheet.path("properties").path("title").asText().equals(tab)) {
                return sheet.path("properties").path("sheetId").asInt();
            }
        }
        throw new AssertionError("no tab " + tab);
    }

    List<String> header(String tab) {
        List<String> texts = new ArrayList<>();
        admin.ask("/v4/spreadsheets/" + id + "/values/" + tab + "!1:1")
                .path("values")
                .path(0)
                .forEach(cell -> texts.add(cell.asText()));
        return texts;
    }

    /** Entries of developer metadata under {@code key}, wherever they are attached. */
    List<JsonNode> marks(String key) {
        List<JsonNode> found = new ArrayList<>();
        ask("developerMetadata,sheets.data.columnMetadata.developerMetadata")
                .findValues("developerMetadata")
                .forEach(list -> list.forEach(entry -> {
                    if (entry.path("metadataKey").asText().equals(key)) {
                        found.add(entry);
                    }
                }));
        return found;
    }

    int writes() {
        return admin.counts(Optional.of(id)).path("writes").asInt();
    }

    /** A person types a text; 0-based. */
    void type(String tab, int row, int column, String text) {
        edit("""
                {"updateCells":{"start":{"sheetId":%d,"rowIndex":%d,"columnIndex":%d},"fields":"userEnteredValue",
                 "rows":[{"values":[{"userEnteredValue":{"stringValue":"%s"}}]}]}}""".formatted(sheetId(tab), row, column, text));
    }

    /** A person's batchUpdate. */
    void edit(String... requests) {
        admin.edit(id, "[" + String.join(",", requests) + "]");
    }
}
