package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.drive.DriveCore;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.Protection;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The content side of spreadsheet files for Drive.
 *
 * @param workbook writes an .xlsx file from a Spreadsheet resource
 */
public record SpreadsheetContent(Ids ids, Supplier<Settings> settings, Function<ObjectNode, byte[]> workbook)
        implements DriveCore.Content {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Override
    public void create(Transaction tx, String id, String title) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.putObject("properties").put("title", title);
        tx.putSpreadsheet(new NewSpreadsheet(tx, ids, false, "").build(id, resource));
    }

    /** Sheet ids, named ranges and protections stay [REC for ids]; whether metadata does is a setting (open question). */
    @Override
    public void copy(Transaction tx, String fromId, String toId, String title, String copier) {
        SpreadsheetModel source = tx.spreadsheet(fromId).orElseThrow(ApiException::notFound);
        ObjectNode properties = source.properties().deepCopy().put("title", title);
        SpreadsheetModel copy = new SpreadsheetModel(toId, properties);
        copy.namedRanges().putAll(source.namedRanges());
        if (settings.get().metadataOnFileCopy() == Settings.OnCopy.KEEP) {
            copy.metadata().putAll(source.metadata());
        }
        for (SheetModel sheet : source.sheets()) {
            SheetModel twin = sheet.copy(tx.newSheetUid());
            tx.copySheet(sheet.uid(), twin.uid());
            resetEditors(twin, copier);
            copy.sheets().add(twin);
        }
        tx.putSpreadsheet(copy);
    }

    private void resetEditors(SheetModel sheet, String copier) {
        if (settings.get().protectionEditorsOnFileCopy() == Settings.ProtectionOnCopy.KEEP) {
            return;
        }
        sheet.protections().replaceAll(protection -> {
            ObjectNode rest = protection.rest().deepCopy();
            rest.putObject("editors").putArray("users").add(copier);
            return new Protection(protection.id(), protection.box(), protection.open(), rest);
        });
    }

    @Override
    public void rename(Transaction tx, String id, String title) {
        tx.spreadsheet(id).ifPresent(model -> model.properties().put("title", title));
    }

    /** CSV and TSV give the first sheet alone [L3P], without a newline at the end [REC]. */
    @Override
    public byte[] export(Transaction tx, String id, String mimeType) {
        SpreadsheetModel model = tx.spreadsheet(id)
                .orElseThrow(
                        () -> ApiException.drive(403, "fileNotExportable", "Export only supports Docs Editors files."));
        return switch (mimeType) {
            case "text/csv" -> text(tx, model.sheets().getFirst(), ",");
            case "text/tab-separated-values" -> text(tx, model.sheets().getFirst(), "\t");
            case XLSX -> workbook.apply(resource(tx, model));
            default -> throw ApiException.notEmulated("an export as " + mimeType);
        };
    }

    /** The whole spreadsheet as a resource, for an export; a formula whose result is not known comes without one. */
    public static ObjectNode resource(Transaction tx, SpreadsheetModel model) {
        ObjectNode full = new SpreadsheetJson(model, tx, tx.styles(), "", SpreadsheetJson.Rows.NODES)
                .render(
                        FieldMask.parse(
                                "properties,namedRanges,sheets(properties,merges,conditionalFormats,basicFilter,protectedRanges,"
                                        + "data(startRow,startColumn,rowMetadata,columnMetadata,"
                                        + "rowData(values(userEnteredValue,userEnteredFormat,note,dataValidation,textFormatRuns,hyperlink))))"),
                        List.of(),
                        true);
        addResults(tx, model, full);
        return full;
    }

    private static void addResults(Transaction tx, SpreadsheetModel model, ObjectNode full) {
        CellJson cellJson = new CellJson(tx.styles());
        FieldMask mask = FieldMask.parse("effectiveValue");
        for (int s = 0; s < model.sheets().size(); s++) {
            SheetModel sheet = model.sheets().get(s);
            JsonNode rows = full.path("sheets").path(s).path("data").path(0).path("rowData");
            for (int r = 0; r < rows.size(); r++) {
                Row row = tx.row(sheet.uid(), sheet.rows().id(r));
                JsonNode values = rows.get(r).path("values");
                for (int c = 0; c < values.size(); c++) {
                    Cell cell = row.cell(sheet.columns().id(c));
                    if (cell.formula() != null && !cell.isUnknown()) {
                        ((ObjectNode) values.get(c)).setAll(cellJson.render(cell, mask));
                    }
                }
            }
        }
    }

    private static byte[] text(Transaction tx, SheetModel sheet, String separator) {
        CellJson cells = new CellJson(tx.styles());
        List<String> lines = new ArrayList<>();
        int width = 0;
        List<List<String>> table = new ArrayList<>();
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = tx.row(sheet.uid(), sheet.rows().id(r));
            List<String> line = new ArrayList<>();
            for (int c = 0; row.size() > 0 && c < sheet.columns().size(); c++) {
                Cell cell = row.cell(sheet.columns().id(c));
                String shown = cell.hasContent() ? cells.formatted(cell) : "";
                if (!shown.isEmpty()) {
                    while (line.size() < c) {
                        line.add("");
                    }
                    line.add(shown);
                }
            }
            width = Math.max(width, line.size());
            table.add(line);
        }
        while (!table.isEmpty() && table.getLast().isEmpty()) {
            table.removeLast();
        }
        for (List<String> line : table) {
            while (line.size() < width) {
                line.add("");
            }
            lines.add(String.join(
                    separator,
                    line.stream().map(text -> quoted(text, separator)).toList()));
        }
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text, String separator) {
        if (separator.equals("\t")) {
            return text.replaceAll("[\t\r\n]+", " ");
        }
        boolean needed = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
        return needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
