package dev.sheetway.workspace.google;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.DataValidationRule;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.Effect;
import java.io.IOException;
import java.util.Optional;

/** Requests that put whole cells; what a cell lacks is cleared, because the mask names it. */
final class PutRequests {
    private static final String AS_ENTERED = "userEnteredValue,userEnteredFormat.numberFormat,dataValidation";
    private static final String EVERYTHING = "userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns";

    private PutRequests() {}

    static Request put(Effect.PutCells effect) {
        GridCoordinate start = new GridCoordinate()
                .setSheetId(effect.sheetId())
                .setRowIndex(effect.row())
                .setColumnIndex(effect.column());
        String mask =
                switch (effect.extent()) {
                    case AS_ENTERED -> AS_ENTERED;
                    case EVERYTHING -> EVERYTHING;
                };
        return new Request()
                .setUpdateCells(new UpdateCellsRequest()
                        .setStart(start)
                        .setRows(effect.rows().stream()
                                .map(row -> new RowData()
                                        .setValues(row.stream()
                                                .map(PutRequests::cell)
                                                .toList()))
                                .toList())
                        .setFields(mask));
    }

    private static CellData cell(Cell cell) {
        CellData data = cell.look().map(look -> parsed(look, CellData.class)).orElseGet(CellData::new);
        CellRequests.setValue(data, cell.content());
        cell.format()
                .ifPresent(format -> data.setUserEnteredFormat(Optional.ofNullable(data.getUserEnteredFormat())
                        .orElseGet(CellFormat::new)
                        .setNumberFormat(CellRequests.numberFormat(format))));
        cell.validation().ifPresent(rule -> data.setDataValidation(rule(rule)));
        return data;
    }

    static DataValidationRule rule(String json) {
        return parsed(ValidationRule.canonical(json), DataValidationRule.class);
    }

    private static <T> T parsed(String json, Class<T> type) {
        try {
            return GsonFactory.getDefaultInstance().fromString(json, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("expected JSON of a " + type.getSimpleName(), e);
        }
    }
}
