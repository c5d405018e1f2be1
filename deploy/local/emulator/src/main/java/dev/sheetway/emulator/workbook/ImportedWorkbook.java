package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A workbook file as a Sheets API v4 {@code Spreadsheet} resource, with what the file held and the resource cannot.
 *
 * <p>Format and validation nodes are shared between cells that look alike, because a sheet of 160,000 cells would
 * otherwise cost half a gigabyte: replace such a node, never change it in place (or {@code deepCopy()} first).
 *
 * @param spreadsheet the resource, without {@code spreadsheetId} and {@code spreadsheetUrl}
 * @param notKept one sentence per kind of loss and tab, for people; empty when everything was kept
 */
public record ImportedWorkbook(ObjectNode spreadsheet, List<String> notKept) {
    public ImportedWorkbook {
        notKept = List.copyOf(notKept);
    }
}
