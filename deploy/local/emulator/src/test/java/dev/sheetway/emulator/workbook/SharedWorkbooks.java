package dev.sheetway.emulator.workbook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real workbooks that stay outside the repository. Tests that need them are skipped, saying so, where they are absent. */
final class SharedWorkbooks {
    static final String DEATHS = "deaths.xlsx";
    static final String EKATERINBURG = "Ekaterinburg_IP_9.xlsx";
    static final String LOS_ANGELES = "los-angeles-arrests-xlsx.xlsx";
    static final String UTF8_NAMES = "utf8-sheet-names.xlsx";
    static final List<String> ALL = List.of(DEATHS, EKATERINBURG, LOS_ANGELES, UTF8_NAMES);

    private SharedWorkbooks() {}

    static byte[] bytes(String name) throws IOException {
        Path file = Path.of(System.getProperty("sheetway.shared", "../shared"), "workbooks", name);
        assumeTrue(
                Files.isReadable(file),
                () -> "skipped: no workbook at " + file + "; set -Dsheetway.shared to its folder");
        return Files.readAllBytes(file);
    }
}
