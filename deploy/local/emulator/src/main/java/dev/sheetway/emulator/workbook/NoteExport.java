package dev.sheetway.emulator.workbook;

import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes notes as comments; the drawing that they need is made with the first. */
final class NoteExport {
    private static final int COLUMNS_WIDE = 3;
    private static final int ROWS_HIGH = 5;

    private final XSSFSheet sheet;
    private @Nullable XSSFDrawing drawing;

    NoteExport(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    void put(int row, int column, String note) {
        if (note.isEmpty()) {
            return;
        }
        XSSFDrawing canvas = drawing;
        if (canvas == null) {
            canvas = sheet.createDrawingPatriarch();
            drawing = canvas;
        }
        XSSFComment comment = canvas.createCellComment(
                new XSSFClientAnchor(0, 0, 0, 0, column, row, column + COLUMNS_WIDE, row + ROWS_HIGH));
        comment.setString(new XSSFRichTextString(note));
    }
}
