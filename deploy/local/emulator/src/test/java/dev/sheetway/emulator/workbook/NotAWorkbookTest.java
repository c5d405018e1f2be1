package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class NotAWorkbookTest {
    @Test
    void saysWhichFileWhatWasExpectedAndThatNothingHappened() {
        assertThatThrownBy(() -> WorkbookReader.read(new byte[0], "leer.xlsx"))
                .isInstanceOf(NotAWorkbookException.class)
                .hasMessage(
                        "file \"leer.xlsx\" is not a workbook: expected an .xlsx (Office Open XML) or UTF-8 .csv file,"
                                + " found an empty file (0 bytes); nothing imported");
    }

    @Test
    void refusesTextThatIsNoTable() {
        refused(utf8("<!DOCTYPE html><html>Sign in</html>"), "export.csv", "an HTML page");
        refused(utf8("\n <html>"), "export.xlsx", "an HTML page");
        refused(utf8("<?xml version=\"1.0\"?><a/>"), "a.xml", "an XML document");
        refused(utf8("hello"), "a.xlsx", "neither a zip archive nor a .csv name");
    }

    @Test
    void refusesCsvThatIsNotUtf8() {
        refused("Ubicación\n".getBytes(StandardCharsets.ISO_8859_1), "a.csv", "text that is not UTF-8");
        refused("a,b\n".getBytes(StandardCharsets.UTF_16), "a.csv", "UTF-16 text");
        refused(new byte[] {'a', 0, 'b'}, "a.csv", "binary data under a .csv name");
        refused(utf8("a,\"b\nnever closed"), "a.csv", "malformed CSV");
    }

    @Test
    void refusesATruncatedWorkbook() throws IOException {
        byte[] whole = workbook();
        refused(Arrays.copyOf(whole, whole.length / 2), "half.xlsx", "a truncated or damaged zip archive");
    }

    @Test
    void refusesOtherArchives() throws IOException {
        refused(zip("hello.txt", 5), "a.xlsx", "a zip archive without [Content_Types].xml");
        refused(zip("[Content_Types].xml", 5), "a.xlsx", "an archive that is not a readable .xlsx");
    }

    @Test
    void refusesAZipBombBeforeAnyParserSeesIt() throws IOException {
        refused(zip("[Content_Types].xml", 8 << 20), "bomb.xlsx", "(a zip bomb?)");
    }

    @Test
    void tellsOldAndProtectedOfficeFilesApart() throws IOException {
        refused(compoundFile("Workbook"), "alt.xls", "an old Office file such as .xls (save it as .xlsx)");
        refused(compoundFile("EncryptedPackage"), "geheim.xlsx", "a password-protected workbook");
    }

    @Test
    void refusesAGridLargerThanGoogleTakes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("wide");
            sheet.createRow(0).createCell(16_000).setCellValue(1);
            sheet.createRow(999).createCell(0).setCellValue(1);
            workbook.write(bytes);
        }
        refused(bytes.toByteArray(), "wide.xlsx", "a workbook of 16001000 cells, more than Google's limit of 10000000");
    }

    private static void refused(byte[] bytes, String name, String found) {
        assertThatThrownBy(() -> WorkbookReader.read(bytes, name))
                .isInstanceOf(NotAWorkbookException.class)
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining(found);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("b");
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String entry, int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }

    private static byte[] compoundFile(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5_000]), entry);
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }
}
