package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads an .xlsx or .csv file into a Sheets API v4 {@code Spreadsheet} resource, as Google's import would make it.
 *
 * <p>The resource has {@code properties}, {@code sheets[]} with {@code properties}, one {@code data[0]} that starts at
 * A1, {@code merges} and {@code protectedRanges}, and {@code namedRanges}. Trailing blank rows and cells are left out
 * of {@code rowData}, never of {@code gridProperties}. Dates are serial numbers counted from 1899-12-30. Formulas are
 * not computed: their effective value is the result that the file holds.
 *
 * <p>An import can not half-happen: it returns the whole workbook or throws.
 */
public final class WorkbookReader {
    private WorkbookReader() {}

    /**
     * Like {@link #importWorkbook}, without the list of losses.
     *
     * @throws NotAWorkbookException when the file is neither .xlsx nor .csv, is damaged, or is too large
     */
    public static ObjectNode read(byte[] bytes, String fileName) {
        return importWorkbook(bytes, fileName).spreadsheet();
    }

    /**
     * Reads the file; {@code fileName} without folder and extension becomes the title, and a CSV's tab name.
     *
     * @throws NotAWorkbookException when the file is neither .xlsx nor .csv, is damaged, or is too large
     */
    public static ImportedWorkbook importWorkbook(byte[] bytes, String fileName) {
        return switch (FileKind.of(bytes, fileName)) {
            case XLSX -> XlsxImport.read(bytes, fileName);
            case CSV -> CsvImport.read(bytes, fileName);
        };
    }

    static String titleOf(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
