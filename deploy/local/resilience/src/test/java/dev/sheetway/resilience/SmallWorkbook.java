package dev.sheetway.resilience;

import dev.sheetway.emulator.sample.SampleWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sample workbook cut to its first rows: hundreds of migrations are compared with what was imported. */
final class SmallWorkbook {
    private static final int ROWS = 80;

    private SmallWorkbook() {}

    static byte[] generate() {
        byte[] sample = SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sample));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Sheet sheet : book) {
                for (int row = sheet.getLastRowNum(); row >= ROWS; row--) {
                    Row beyond = sheet.getRow(row);
                    if (beyond != null) {
                        sheet.removeRow(beyond);
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
