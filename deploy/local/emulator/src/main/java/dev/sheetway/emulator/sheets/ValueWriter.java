package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.a1.ColumnNames;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import java.util.BitSet;

/** Writes a {@code values} array into a sheet: {@code null} skips a cell, {@code ""} clears it [DISC]. */
final class ValueWriter {

    private final SheetsCore.Session session;
    private final UserEntry entry;
    private final boolean userEntered;

    ValueWriter(SheetsCore.Session session, String inputOption) {
        if (!inputOption.equals("RAW") && !inputOption.equals("USER_ENTERED")) {
            throw ApiException.invalid("'valueInputOption' is required but not specified");
        }
        this.session = session;
        this.entry = new UserEntry(session.model(), session.tx().styles(), session.today());
        this.userEntered = inputOption.equals("USER_ENTERED");
    }

    /**
     * What was written; cells that were skipped do not count [REC].
     *
     * @param area the rectangle of the data, anchored where the range starts
     */
    record Written(SheetModel sheet, Area area, int rows, int columns, int cells, BitSet rowSet, BitSet columnSet) {

        ObjectNode json(String spreadsheetId) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("spreadsheetId", spreadsheetId).put("updatedRange", area.print(sheet.title()));
            if (cells > 0) {
                json.put("updatedRows", rows).put("updatedColumns", columns).put("updatedCells", cells);
            }
            return json;
        }
    }

    /** The size of a {@code values} array as rows and columns. */
    static int[] size(JsonNode values, boolean columns) {
        int longest = 0;
        for (JsonNode line : values) {
            longest = Math.max(longest, line.size());
        }
        return columns ? new int[] {longest, values.size()} : new int[] {values.size(), longest};
    }

    /** Writes at the start of the target; a target of several cells bounds the data [L3P]. */
    Written write(Ranges.Target target, JsonNode values, boolean columns) {
        int[] size = size(values, columns);
        Area from = target.area();
        Area area =
                new Area(from.startRow(), from.startRow() + size[0], from.startColumn(), from.startColumn() + size[1]);
        checkBounds(target, area);
        session.protections().check(target.sheet(), area);
        return put(target.sheet(), area, values, columns);
    }

    private static void checkBounds(Ranges.Target target, Area area) {
        SheetModel sheet = target.sheet();
        Area limit = target.bounded() ? target.area() : sheet.all();
        if (target.bounded() && area.endColumn() > limit.endColumn()) {
            throw ApiException.invalid("Requested writing within range [" + target.print()
                    + "], but tried writing to column [" + ColumnNames.of(limit.endColumn()) + "]");
        }
        if (target.bounded() && area.endRow() > limit.endRow()) {
            throw ApiException.invalid("Requested writing within range [" + target.print()
                    + "], but tried writing to row [" + (limit.endRow() + 1) + "]");
        }
        if (!limit.contains(area) && !area.isEmpty()) {
            throw ApiException.invalid("Range (" + area.print(sheet.title()) + ") exceeds grid limits. Max rows: "
                    + sheet.rows().size() + ", max columns: " + sheet.columns().size());
        }
    }

    Written put(SheetModel sheet, Area area, JsonNode values, boolean columns) {
        BitSet rowSet = new BitSet();
        BitSet columnSet = new BitSet();
        int cells = 0;
        for (int r = area.startRow(); r < area.endRow(); r++) {
            int rowId = sheet.rows().id(r);
            Row before = session.tx().row(sheet.uid(), rowId);
            Row row = before;
            for (int c = area.startColumn(); c < area.endColumn(); c++) {
                int down = r - area.startRow();
                int right = c - area.startColumn();
                JsonNode value = columns
                        ? values.path(right).path(down)
                        : values.path(down).path(right);
                if (value.isMissingNode() || value.isNull()) {
                    continue;
                }
                int columnId = sheet.columns().id(c);
                row = row.with(
                        columnId, enter(row.cell(columnId), value, columns ? right : down, columns ? down : right));
                rowSet.set(r);
                columnSet.set(c);
                cells++;
            }
            if (row != before) {
                session.tx().put(sheet.uid(), rowId, row.retain(sheet.columns()::contains));
            }
        }
        Area printed = area.isEmpty()
                ? new Area(area.startRow(), area.startRow() + 1, area.startColumn(), area.startColumn() + 1)
                : area;
        return new Written(sheet, printed, rowSet.cardinality(), columnSet.cardinality(), cells, rowSet, columnSet);
    }

    private Cell enter(Cell cell, JsonNode value, int line, int position) {
        if (value.isNumber()) {
            return cell.withLiteral(new CellValue.Number(value.doubleValue()));
        }
        if (value.isBoolean()) {
            return cell.withLiteral(new CellValue.Bool(value.booleanValue()));
        }
        if (!value.isTextual()) {
            String kind = value.isArray() ? "list_value" : "struct_value";
            throw ApiException.invalid("Invalid values[" + line + "][" + position + "]: " + kind + " {\n}\n");
        }
        String text = CellPatch.checked(value.textValue());
        return userEntered
                ? entry.enter(cell, text)
                : cell.withLiteral(text.isEmpty() ? null : new CellValue.Text(text));
    }
}
