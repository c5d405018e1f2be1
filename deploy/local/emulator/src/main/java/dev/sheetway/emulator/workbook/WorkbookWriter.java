package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a Sheets API v4 {@code Spreadsheet} resource as an .xlsx file; the same resource gives the same bytes.
 *
 * <p>Reading what was written gives the resource back, cell by cell, as far as an .xlsx file can say it. Rows are
 * streamed to a temporary file, so that memory follows the number of styles, notes and distinct texts, not of cells.
 * Formulas are not computed: the effective value becomes the cached result, and where none is known the result is
 * left blank and the program that opens the file is told to compute.
 */
public final class WorkbookWriter {
    private static final Date WRITTEN_AT = new Date(946_684_800_000L);
    private static final int ROWS_IN_MEMORY = 64;

    private WorkbookWriter() {}

    /** Like {@link #write(ObjectNode, Consumer)}, with the losses ignored. */
    public static byte[] write(ObjectNode spreadsheet) {
        return write(spreadsheet, loss -> {});
    }

    /**
     * Writes the resource and tells {@code notKept}, one sentence each, what an .xlsx file could not hold.
     *
     * @throws IllegalArgumentException when a cell holds more text than the 32,767 characters of an .xlsx cell, or a
     *     named range's name is none in a file; the message names it
     */
    public static byte[] write(ObjectNode spreadsheet, Consumer<String> notKept) {
        Losses losses = new Losses();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            frame(workbook, spreadsheet, losses);
            byte[] bytes = cells(workbook, spreadsheet, losses);
            losses.sentences().forEach(notKept);
            return ReproducibleZip.of(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void frame(XSSFWorkbook workbook, JsonNode spreadsheet, Losses losses) {
        workbook.getProperties().getCoreProperties().setCreated(Optional.of(WRITTEN_AT));
        workbook.getProperties().getCoreProperties().setCreator("Sheetway emulator");
        JsonNode sheets = spreadsheet.path("sheets");
        TabTitles titles = TabTitles.of(sheets, losses);
        for (JsonNode sheet : sheets) {
            XSSFSheet target = workbook.createSheet(
                    titles.of(sheet.path("properties").path("sheetId").asInt()));
            new SheetFrame(target, sheet, losses).write();
        }
        showTabs(workbook, sheets);
        namedRanges(workbook, spreadsheet.path("namedRanges"), titles);
    }

    /** The streaming view takes over only tabs that exist when it is made. */
    private static byte[] cells(XSSFWorkbook workbook, JsonNode spreadsheet, Losses losses) throws IOException {
        JsonNode sheets = spreadsheet.path("sheets");
        StyleExport styles =
                new StyleExport(workbook, spreadsheet.path("properties").path("defaultFormat"));
        try (SXSSFWorkbook stream = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY, false, true)) {
            for (int i = 0; i < sheets.size(); i++) {
                new SheetExport(stream.getSheetAt(i), workbook.getSheetAt(i), styles, losses).write(sheets.get(i));
                // Else POI would flush the tabs in an order of its own, and number the shared texts by it.
                stream.getSheetAt(i).flushRows();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            stream.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void showTabs(XSSFWorkbook workbook, JsonNode sheets) {
        for (int i = sheets.size() - 1; i >= 0; i--) {
            if (sheets.get(i).path("properties").path("hidden").asBoolean()) {
                workbook.setSheetVisibility(i, SheetVisibility.HIDDEN);
            } else {
                workbook.setActiveSheet(i);
            }
        }
        for (int i = 0; i < sheets.size(); i++) {
            workbook.getSheetAt(i).setSelected(i == workbook.getActiveSheetIndex());
        }
    }

    private static void namedRanges(XSSFWorkbook workbook, JsonNode namedRanges, TabTitles names) {
        for (JsonNode namedRange : namedRanges) {
            XSSFName name = workbook.createName();
            name.setNameName(namedRange.path("name").asText());
            JsonNode range = namedRange.path("range");
            name.setRefersToFormula(GridRanges.toAddress(range)
                    .formatAsString(names.of(range.path("sheetId").asInt()), true));
        }
    }
}
