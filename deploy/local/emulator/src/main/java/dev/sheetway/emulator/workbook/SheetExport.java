package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes a tab's rows and cells, top to bottom, each once. */
final class SheetExport {
    private final SXSSFSheet stream;
    private final XSSFSheet frame;
    private final StyleExport styles;
    private final CellExport cells;
    private final NoteExport notes;
    private final ValidationExport validations;

    SheetExport(SXSSFSheet stream, XSSFSheet frame, StyleExport styles, Losses losses) {
        this.stream = stream;
        this.frame = frame;
        this.styles = styles;
        this.cells = new CellExport(frame, styles);
        this.notes = new NoteExport(frame);
        this.validations = new ValidationExport(frame, losses);
    }

    void write(JsonNode sheet) {
        JsonNode grid = sheet.path("properties").path("gridProperties");
        JsonNode data = sheet.path("data").path(0);
        JsonNode rowData = data.path("rowData");
        JsonNode metadata = data.path("rowMetadata");
        short usualHeight = usualHeight(metadata);
        if (usualHeight > 0) {
            frame.setDefaultRowHeight(usualHeight);
        }
        int lastRow = Math.max(grid.path("rowCount").asInt(), rowData.size()) - 1;
        int lastColumn = grid.path("columnCount").asInt() - 1;
        for (int r = 0; r <= lastRow; r++) {
            JsonNode values = rowData.path(r).path("values");
            // The last row says how wide and how high the grid is, even when nothing stands in it.
            boolean corner = r == lastRow && values.size() <= lastColumn;
            SXSSFRow row = row(r, metadata.path(r), usualHeight, !values.isEmpty() || corner);
            for (int c = 0; c < values.size(); c++) {
                cell(row, r, c, values.get(c));
            }
            if (corner && row != null) {
                row.createCell(lastColumn);
            }
        }
        validations.write();
    }

    private @Nullable SXSSFRow row(int r, JsonNode metadata, short usualHeight, boolean needed) {
        short height = metadata.has("pixelSize")
                ? Pixels.toHeight(metadata.get("pixelSize").asInt())
                : usualHeight;
        boolean hidden = metadata.path("hiddenByUser").asBoolean();
        if (!needed && height == usualHeight && !hidden) {
            return null;
        }
        SXSSFRow row = stream.createRow(r);
        if (height != usualHeight) {
            row.setHeight(height);
        }
        if (hidden) {
            row.setZeroHeight(true);
        }
        return row;
    }

    private void cell(@Nullable SXSSFRow row, int r, int c, JsonNode data) {
        if (row == null || data.isEmpty()) {
            return;
        }
        JsonNode format = data.path("userEnteredFormat");
        XSSFCellStyle style = styles.of(format);
        if (style != null || data.has("userEnteredValue") || data.has("effectiveValue")) {
            SXSSFCell cell = row.createCell(c);
            if (style != null) {
                cell.setCellStyle(style);
            }
            cells.put(cell, data);
        }
        link(r, c, format.path("textFormat").path("link").path("uri").asText());
        notes.put(r, c, data.path("note").asText());
        validations.put(r, c, data.path("dataValidation"));
    }

    private void link(int r, int c, String uri) {
        if (!uri.isEmpty()) {
            XSSFHyperlink link = frame.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress(uri);
            link.setCellReference(new CellReference(r, c));
            frame.addHyperlink(link);
        }
    }

    private static short usualHeight(JsonNode metadata) {
        Map<Integer, Integer> counts = new HashMap<>();
        int usual = 0;
        for (JsonNode row : metadata) {
            int pixels = row.path("pixelSize").asInt();
            if (counts.merge(pixels, 1, Integer::sum) > counts.getOrDefault(usual, 0) || usual == 0) {
                usual = pixels;
            }
        }
        return Pixels.toHeight(usual);
    }
}
