package dev.sheetway.emulator.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, judged by its first bytes; its name decides only between text that is a table and text that is not. */
enum FileKind {
    XLSX,
    CSV;

    /** @throws NotAWorkbookException when the file is neither */
    static FileKind of(byte[] bytes, String fileName) {
        if (bytes.length == 0) {
            throw NotAWorkbookException.found(fileName, "an empty file (0 bytes)");
        }
        if (startsWith(bytes, 'P', 'K')) {
            ZipProbe.check(bytes, fileName);
            return XLSX;
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw NotAWorkbookException.found(fileName, compoundFile(bytes));
        }
        return text(bytes, fileName);
    }

    private static FileKind text(byte[] bytes, String fileName) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw NotAWorkbookException.found(fileName, "UTF-16 text (save it as \"CSV UTF-8\")");
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw NotAWorkbookException.found(fileName, "an HTML page (a login or error page saved as a file?)");
        }
        if (!fileName.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            throw NotAWorkbookException.found(
                    fileName, start.startsWith("<") ? "an XML document" : "neither a zip archive nor a .csv name");
        }
        return CSV;
    }

    private static String compoundFile(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")
                    ? "a password-protected workbook (remove the password first)"
                    : "an old Office file such as .xls (save it as .xlsx)";
        } catch (IOException | RuntimeException unreadable) {
            return "a damaged old Office file such as .xls";
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
