package dev.sheetway.emulator.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What stands in the right file of a tab below everything that the left file has there.
 *
 * @param first 0-based row directly behind the left file's last one with content
 * @param rows their cells from column A on, numbers as text; up to the right file's last row with content
 */
public record NewRows(int first, List<List<String>> rows) {
    public static final NewRows NONE = new NewRows(0, List.of());

    public NewRows {
        rows = List.copyOf(rows);
    }

    /** @throws IOException when a file can not be read as .xlsx */
    public static NewRows read(byte[] left, byte[] right, String tab) throws IOException {
        try (XSSFWorkbook before = new XSSFWorkbook(new ByteArrayInputStream(left));
                XSSFWorkbook after = new XSSFWorkbook(new ByteArrayInputStream(right))) {
            int first = used(before.getSheet(tab));
            List<List<String>> rows = new ArrayList<>();
            for (int row = first; row < used(after.getSheet(tab)); row++) {
                rows.add(texts(after.getSheet(tab).getRow(row)));
            }
            return new NewRows(first, rows);
        }
    }

    /** Whether {@code row}, 0-based, is one of them. */
    public boolean covers(int row) {
        return row >= first && row < first + rows.size();
    }

    private static int used(XSSFSheet sheet) {
        int last = sheet == null ? -1 : sheet.getLastRowNum();
        while (last >= 0 && texts(sheet.getRow(last)).isEmpty()) {
            last--;
        }
        return last + 1;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; row != null && column < row.getLastCellNum(); column++) {
            var cell = row.getCell(column);
            texts.add(
                    cell == null
                            ? ""
                            : cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : cell.toString());
        }
        while (!texts.isEmpty() && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        return texts;
    }
}
