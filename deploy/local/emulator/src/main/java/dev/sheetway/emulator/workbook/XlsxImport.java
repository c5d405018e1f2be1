package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFChartSheet;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads one .xlsx file: the workbook's own properties, every tab, and the named ranges. */
final class XlsxImport {
    /** https://support.google.com/drive/answer/37603: 10 million cells for a spreadsheet, converted ones too. */
    private static final long MAX_CELLS = 10_000_000;

    private final String fileName;
    private final XSSFWorkbook workbook;
    private final Losses losses = new Losses();
    private final Map<String, Integer> sheetIds = new HashMap<>();

    private XlsxImport(XSSFWorkbook workbook, String fileName) {
        this.workbook = workbook;
        this.fileName = fileName;
    }

    static ImportedWorkbook read(byte[] bytes, String fileName) {
        try (XSSFWorkbook workbook = open(bytes, fileName)) {
            return new XlsxImport(workbook, fileName).read();
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private static XSSFWorkbook open(byte[] bytes, String fileName) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException | POIXMLException | IllegalArgumentException | IllegalStateException unreadable) {
            throw NotAWorkbookException.found(
                    fileName, "an archive that is not a readable .xlsx (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    private ImportedWorkbook read() {
        ObjectNode spreadsheet = Json.object();
        CellFormats formats = new CellFormats(workbook);
        spreadsheet.set("properties", SpreadsheetDefaults.properties(WorkbookReader.titleOf(fileName), formats));
        ArrayNode sheets = spreadsheet.putArray("sheets");
        CellValues values = new CellValues(workbook);
        Identifiers ids = new Identifiers();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            if (sheet instanceof XSSFChartSheet) {
                losses.add(sheet.getSheetName(), "chart sheet", "");
                continue;
            }
            int id = ids.next(sheet.getSheetName());
            sheetIds.put(sheet.getSheetName(), id);
            sheets.add(new SheetImport(sheet, id, formats, values, losses).read(sheets.size()));
        }
        refuseTooManyCells(sheets);
        namedRanges(spreadsheet);
        WorkbookLosses.collect(workbook, losses);
        return new ImportedWorkbook(spreadsheet, losses.sentences());
    }

    private void refuseTooManyCells(ArrayNode sheets) {
        if (sheets.isEmpty()) {
            throw NotAWorkbookException.found(fileName, "a workbook without any worksheet");
        }
        long cells = 0;
        for (var sheet : sheets) {
            var grid = sheet.at("/properties/gridProperties");
            cells += grid.path("rowCount").asLong() * grid.path("columnCount").asLong();
        }
        if (cells > MAX_CELLS) {
            throw NotAWorkbookException.found(
                    fileName, "a workbook of " + cells + " cells, more than Google's limit of " + MAX_CELLS);
        }
    }

    private void namedRanges(ObjectNode spreadsheet) {
        ArrayNode ranges = Json.array();
        Identifiers ids = new Identifiers();
        for (XSSFName name : workbook.getAllNames()) {
            if (name.getNameName().startsWith("_xlnm.") || name.isFunctionName()) {
                continue;
            }
            String formula = name.getRefersToFormula();
            AreaReference area = area(formula);
            Integer sheetId =
                    area == null ? null : sheetIds.get(area.getFirstCell().getSheetName());
            if (area == null || sheetId == null) {
                losses.add(
                        "workbook",
                        "defined name that is not one range of one tab",
                        name.getNameName() + " = " + formula);
                continue;
            }
            if (name.getSheetIndex() >= 0) {
                losses.add("workbook", "defined name of one tab made a name of the workbook", name.getNameName());
            }
            ObjectNode range = ranges.addObject();
            range.put("namedRangeId", Integer.toString(ids.next(name.getNameName())));
            range.put("name", name.getNameName());
            range.set("range", GridRanges.of(sheetId, GridRanges.of(area)));
        }
        if (!ranges.isEmpty()) {
            spreadsheet.set("namedRanges", ranges);
        }
    }

    private static @Nullable AreaReference area(@Nullable String formula) {
        if (formula == null || formula.indexOf('!') < 0 || formula.contains("#REF!")) {
            return null;
        }
        try {
            return AreaReference.isContiguous(formula)
                    ? new AreaReference(formula, SpreadsheetVersion.EXCEL2007)
                    : null;
        } catch (IllegalArgumentException notARange) {
            return null;
        }
    }
}
