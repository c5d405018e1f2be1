package dev.sheetway.emulator.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes workbook files as Spreadsheet resources. */
public interface WorkbookFormat {

    /** A Spreadsheet resource from the bytes of an .xlsx or .csv file; formulas with the results that the file holds. */
    ObjectNode read(byte[] bytes, String fileName);

    /** The bytes of an .xlsx file. */
    byte[] write(ObjectNode spreadsheet);
}
