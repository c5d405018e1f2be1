package dev.sheetway.emulator.sample;

import static dev.sheetway.emulator.sample.SampleSheet.IMPORTED;
import static dev.sheetway.emulator.sample.SampleSheet.OPERACIONES;
import static dev.sheetway.emulator.sample.SampleSheet.SAMPLE;
import static dev.sheetway.emulator.sample.SampleSheet.filled;
import static dev.sheetway.emulator.sample.SampleSheet.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.workbook.Spreadsheets;
import dev.sheetway.emulator.workbook.WorkbookDiff;
import dev.sheetway.emulator.workbook.WorkbookReader;
import dev.sheetway.emulator.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWorkbookTest {
    @Test
    void sameSeedGivesTheSameBytesWhateverTheLocaleAndTheTimeZone() throws Exception {
        // Given
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String again;
        // When
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            again = sha256(SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        // Then
        assertThat(again).isEqualTo(sha256(SAMPLE));
    }

    @Test
    void anotherSeedGivesOtherValues() throws Exception {
        // When
        byte[] other = SampleWorkbook.generate(7);
        // Then
        assertThat(sha256(other)).isNotEqualTo(sha256(SAMPLE));
    }

    @Test
    void hasTheTabsOfTheReferenceSystem() {
        // When
        List<String> titles = IMPORTED.spreadsheet().get("sheets").findValuesAsText("title");
        // Then
        assertThat(titles).containsExactly("Operaciones", "Trabajadores", "Roles", "Metadata");
        assertThat(IMPORTED.notKept()).isEmpty();
    }

    @Test
    void hasTheSizeOfTheReferenceSheet() {
        // Then
        assertThat(OPERACIONES.at("/properties/gridProperties/rowCount").asInt())
                .isEqualTo(2_556);
        assertThat(OPERACIONES.at("/properties/gridProperties/columnCount").asInt())
                .isEqualTo(63);
        assertThat(texts(0)).hasSize(63).isEqualTo(SpoolColumns.HEADERS);
        assertThat(filled("TAG_SPOOL")).hasSize(1_094).first().isEqualTo(1);
        assertThat(filled("TAG_SPOOL")).last().isEqualTo(1_094);
        assertThat(filled("id")).hasSize(292);
    }

    @Test
    void survivesTheRoundTrip() throws IOException {
        // Given
        ObjectNode first = IMPORTED.spreadsheet();
        // When
        byte[] exported = WorkbookWriter.write(first);
        // Then
        Spreadsheets.assertSame(first, WorkbookReader.read(exported, "muestra.xlsx"));
        assertThat(WorkbookDiff.compare(SAMPLE, exported).summary()).isEmpty();
    }

    @Test
    void commandLineWritesTheFileOrSaysHow(@TempDir Path folder) throws Exception {
        // Given
        Path file = folder.resolve("sample.xlsx");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        // When
        int written = SampleWorkbook.run(new String[] {"--out", file.toString()}, out, out);
        int misused = SampleWorkbook.run(new String[] {"--seed", "3"}, out, out);
        // Then
        assertThat(written).isZero();
        assertThat(sha256(Files.readAllBytes(file))).isEqualTo(sha256(SAMPLE));
        assertThat(misused).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: SampleWorkbook --out FILE.xlsx [--seed N]");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
