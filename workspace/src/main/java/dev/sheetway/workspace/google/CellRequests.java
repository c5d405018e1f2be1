package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.Effect.FillCells;
import dev.sheetway.workspace.Effect.WriteCells;
import dev.sheetway.workspace.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests that write cells, always typed. Google's mask holds for all cells of a request, so cells that set different
 * things go into different requests. No list ever holds a Java {@code null}: the client would drop it silently and
 * shift the cells after it.
 */
final class CellRequests {
    private static final String VALUE = "userEnteredValue";
    private static final String FORMAT = "userEnteredFormat.numberFormat";

    private CellRequests() {}

    static List<Request> write(WriteCells effect) {
        Set<String> masks = effect.rows().stream()
                .flatMap(List::stream)
                .map(CellRequests::mask)
                .collect(Collectors.toSet());
        if (masks.size() == 1 && !masks.contains("")) {
            List<RowData> rows = effect.rows().stream().map(CellRequests::row).toList();
            return List.of(update(
                    effect.sheetId(),
                    effect.row(),
                    effect.column(),
                    rows,
                    masks.iterator().next()));
        }
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < effect.rows().size(); i++) {
            addRuns(requests, effect, effect.row() + i, effect.rows().get(i));
        }
        return requests;
    }

    static List<Request> fill(FillCells effect) {
        String mask = mask(effect.cell());
        return mask.isEmpty()
                ? List.of()
                : List.of(new Request()
                        .setRepeatCell(new RepeatCellRequest()
                                .setRange(Ranges.grid(effect.area()))
                                .setCell(cell(effect.cell()))
                                .setFields(mask)));
    }

    private static void addRuns(List<Request> requests, WriteCells effect, int row, List<CellWrite> cells) {
        int start = 0;
        while (start < cells.size()) {
            String mask = mask(cells.get(start));
            int end = start + 1;
            while (end < cells.size() && mask(cells.get(end)).equals(mask)) {
                end++;
            }
            if (!mask.isEmpty()) {
                List<RowData> run = List.of(row(cells.subList(start, end)));
                requests.add(update(effect.sheetId(), row, effect.column() + start, run, mask));
            }
            start = end;
        }
    }

    private static Request update(int sheetId, int row, int column, List<RowData> rows, String mask) {
        GridCoordinate start =
                new GridCoordinate().setSheetId(sheetId).setRowIndex(row).setColumnIndex(column);
        return new Request()
                .setUpdateCells(
                        new UpdateCellsRequest().setStart(start).setRows(rows).setFields(mask));
    }

    private static String mask(CellWrite cell) {
        if (cell.content().isPresent()) {
            return cell.format().isPresent() ? VALUE + "," + FORMAT : VALUE;
        }
        return cell.format().isPresent() ? FORMAT : "";
    }

    private static RowData row(List<CellWrite> cells) {
        return new RowData().setValues(cells.stream().map(CellRequests::cell).toList());
    }

    /** A blank content leaves the value out, which under the mask clears the cell. */
    private static CellData cell(CellWrite write) {
        CellData cell = new CellData();
        write.content().ifPresent(content -> setValue(cell, content));
        write.format().ifPresent(format -> cell.setUserEnteredFormat(format(format)));
        return cell;
    }

    static void setValue(CellData cell, CellContent content) {
        switch (content) {
            case CellContent.Blank blank -> {}
            case CellContent.Text text -> {
                if (!text.value().isEmpty()) {
                    cell.setUserEnteredValue(new ExtendedValue().setStringValue(text.value()));
                }
            }
            case CellContent.Number number -> cell.setUserEnteredValue(number(number.value()));
            case CellContent.Bool bool -> cell.setUserEnteredValue(new ExtendedValue().setBoolValue(bool.value()));
            case CellContent.Formula formula ->
                cell.setUserEnteredValue(new ExtendedValue().setFormulaValue(formula.text()));
            case CellContent.ErrorValue error ->
                throw new IllegalArgumentException(
                        "an error value cannot be written: expected a text, number, boolean, formula or blank");
        }
    }

    private static ExtendedValue number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("number that is not finite: a sheet cannot hold it");
        }
        return new ExtendedValue().setNumberValue(value);
    }

    private static CellFormat format(NumberFormat format) {
        return new CellFormat().setNumberFormat(numberFormat(format));
    }

    static com.google.api.services.sheets.v4.model.NumberFormat numberFormat(NumberFormat format) {
        var numberFormat = new com.google.api.services.sheets.v4.model.NumberFormat().setType(format.type());
        if (!format.pattern().isEmpty()) {
            numberFormat.setPattern(format.pattern());
        }
        return numberFormat;
    }
}
