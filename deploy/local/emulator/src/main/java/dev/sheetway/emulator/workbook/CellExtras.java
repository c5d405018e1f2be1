package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Puts onto cells what a file keeps beside them: comments as notes, and links of whole cells. */
final class CellExtras {
    private CellExtras() {}

    static void put(XSSFSheet sheet, Grid grid, Losses losses) {
        sheet.getCellComments().forEach((address, comment) -> grid.cell(address.getRow(), address.getColumn())
                .put("note", comment.getString().getString()));
        for (XSSFHyperlink link : sheet.getHyperlinkList()) {
            String cell = new CellReference(link.getFirstRow(), link.getFirstColumn()).formatAsString();
            if (link.getType() == HyperlinkType.DOCUMENT || link.getAddress() == null) {
                losses.add(sheet.getSheetName(), "link to a place in the file", cell);
            } else {
                link(grid.cell(link.getFirstRow(), link.getFirstColumn()), link.getAddress());
            }
        }
    }

    private static void link(ObjectNode cell, String uri) {
        ObjectNode format =
                cell.get("userEnteredFormat") instanceof ObjectNode shared ? shared.deepCopy() : Json.object();
        ObjectNode text = format.get("textFormat") instanceof ObjectNode there ? there : format.putObject("textFormat");
        text.putObject("link").put("uri", uri);
        cell.set("userEnteredFormat", format);
        cell.put("hyperlink", uri);
    }
}
