package dev.sheetway.emulator.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The sample workbook cut to the first 80 rows of each tab: for tests that migrate it often and compare each time what
 * was imported with what is there.
 */
public final class SmallSample {
    private static final int ROWS = 80;

    private SmallSample() {}

    /** The .xlsx file. */
    public static byte[] generate() {
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
