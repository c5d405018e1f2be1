package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Axis;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.grid.DimensionProps;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import java.util.HashMap;
import java.util.Map;

/**
 * Fits columns to their text. Google measures with its own fonts; one measure is recorded: 1024 times {@code A} in the
 * default font are 8691 pixels wide [REC]. From it the em is 12.72 pixels and the padding 3; the widths of the other letters
 * relative to {@code A} are those of Helvetica [KNOW], so that only that one figure is exact. Rows keep their height.
 */
final class AutoResize {

    private static final double EM = 8688.0 / 1024 / 0.667;
    private static final int PADDING = 3;
    /** Widths of the printable ASCII characters from space to {@code ~} in thousandths of an em. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private AutoResize() {}

    static void apply(BatchContext batch, ObjectNode request) {
        DimensionKinds.Range range = DimensionKinds.Range.of(batch, BatchContext.object(request, "dimensions"));
        if (range.end() > range.size()) {
            throw ApiException.invalid("dimensions must lie inside the grid.");
        }
        SheetModel sheet = range.sheet();
        if (range.rows()) {
            return;
        }
        Map<Integer, DimensionProps> changed = new HashMap<>();
        Axis columns = sheet.columns();
        for (int c = range.start(); c < range.end(); c++) {
            double width = 0;
            for (int r = 0; r < sheet.rows().size(); r++) {
                Cell cell = batch.cell(sheet, r, c);
                if (cell.value() instanceof CellValue.Text text) {
                    width = Math.max(width, width(text.value()));
                }
            }
            if (width > 0) {
                int pixels = (int) Math.ceil(width - 1e-6) + PADDING;
                changed.put(c, new DimensionProps(pixels, columns.propsAt(c).hiddenByUser()));
            }
        }
        sheet.columns(columns.withProps(changed));
    }

    private static double width(String text) {
        double thousandths = 0;
        for (char c : text.toCharArray()) {
            thousandths += c >= ' ' && c <= '~' ? WIDTHS[c - ' '] : 556;
        }
        return thousandths / 1000 * EM;
    }
}
