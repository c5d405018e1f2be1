package dev.sheetway.emulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.Principal;
import dev.sheetway.emulator.drive.FileEntries;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.Ids;
import dev.sheetway.emulator.sheets.NewSpreadsheet;
import dev.sheetway.emulator.sheets.SpreadsheetContent;
import dev.sheetway.emulator.store.EmulatorStore;
import dev.sheetway.emulator.store.Transaction;
import dev.sheetway.emulator.workbook.NotAWorkbookException;
import java.time.Clock;
import java.util.Map;

/**
 * Brings workbook files in and out. An imported file belongs to {@code owner@example.com} and is shared with the e-mails of
 * {@code shares}.
 *
 * @param shares role by e-mail
 */
public record Workbooks(EmulatorStore store, WorkbookFormat format, Ids ids, Clock clock, Map<String, String> shares) {

    /**
     * Imports a file.
     *
     * @param id the spreadsheet id, or empty for a new one
     * @param title the title, or empty for what the file says
     * @return {@code {"spreadsheetId","title","tabs":[…]}}
     */
    public ObjectNode importBytes(byte[] bytes, String fileName, String id, String title) {
        try {
            return importResource(format.read(bytes, fileName), id, title);
        } catch (NotAWorkbookException e) {
            throw ApiException.invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Imports a Spreadsheet resource, with the results of its formulas. */
    public ObjectNode importResource(ObjectNode resource, String id, String title) {
        try (Transaction tx = store.write()) {
            String spreadsheetId = id.isEmpty() ? ids.file() : id;
            if (tx.file(spreadsheetId).isPresent()) {
                throw new ApiException(
                        409,
                        "ALREADY_EXISTS",
                        "duplicate",
                        "global",
                        "a file with the id \"" + spreadsheetId + "\" exists already; nothing was imported",
                        java.util.List.of());
            }
            SpreadsheetModel model = new NewSpreadsheet(tx, ids, true, Principal.OWNER).build(spreadsheetId, resource);
            if (!title.isEmpty()) {
                model.properties().put("title", title);
            }
            ObjectNode entry =
                    FileEntries.create(spreadsheetId, model.title(), FileEntries.SPREADSHEET, clock.instant());
            entry.withArray("parents").add(FileEntries.rootOf(Principal.OWNER));
            FileEntries.addPermission(entry, Principal.OWNER, "owner");
            shares.forEach((email, role) -> FileEntries.addPermission(entry, email, role));
            tx.putSpreadsheet(model);
            tx.putFile(spreadsheetId, entry);
            tx.commit();
            return described(model);
        }
    }

    /** Every spreadsheet: {@code {"workbooks":[{"spreadsheetId","title","tabs":[…]}]}}. */
    public ObjectNode list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("workbooks");
        try (Transaction tx = store.read()) {
            for (ObjectNode entry : tx.files()) {
                tx.spreadsheet(entry.get("id").asText()).ifPresent(model -> list.add(described(model)));
            }
        }
        return json;
    }

    private static ObjectNode described(SpreadsheetModel model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("spreadsheetId", model.id()).put("title", model.title());
        ArrayNode tabs = json.putArray("tabs");
        model.sheets().forEach(sheet -> tabs.add(sheet.title()));
        return json;
    }

    /** The spreadsheet as an .xlsx file. */
    public byte[] exportBytes(String spreadsheetId) {
        try (Transaction tx = store.read()) {
            SpreadsheetModel model = tx.spreadsheet(spreadsheetId).orElseThrow(ApiException::notFound);
            return format.write(SpreadsheetContent.resource(tx, model));
        }
    }
}
