package dev.sheetway.emulator.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Compares two .xlsx files cell by cell, to prove that a migration changed nothing but its new columns. It asks POI's
 * own model and not {@link WorkbookReader}, so that a fault of the reader can not hide a difference.
 *
 * <p>Compared are values with their types, formulas and their cached results, number formats, notes, validation,
 * merges, hidden and frozen state, whole-tab protection, tabs and named ranges; fonts, colours, borders, sizes and the
 * like where {@link Depth} says so. Not compared is what a spreadsheet of Sheets does not hold. A blank cell equals a
 * missing one; an empty text does not.
 */
public final class WorkbookDiff {
    private static final String USAGE =
            "usage: WorkbookDiff LEFT.xlsx RIGHT.xlsx [--new-columns TAB!FIRST:LAST] [--list]";

    private WorkbookDiff() {}

    /** Compares two files whose columns stand in the same places. */
    public static WorkbookDifferences compare(byte[] left, byte[] right) throws IOException {
        return compare(left, right, NewColumns.NONE);
    }

    /**
     * Compares two files of which the right one has new columns.
     *
     * <p>The new columns themselves are not compared.
     *
     * @throws IOException when a file can not be read as .xlsx
     */
    public static WorkbookDifferences compare(byte[] left, byte[] right, NewColumns added) throws IOException {
        return compare(left, right, added, Depth.CONTENT);
    }

    /** Likewise, more of them or less. */
    public static WorkbookDifferences compare(byte[] left, byte[] right, NewColumns added, Depth depth)
            throws IOException {
        try (XSSFWorkbook before = new XSSFWorkbook(new ByteArrayInputStream(left));
                XSSFWorkbook after = new XSSFWorkbook(new ByteArrayInputStream(right))) {
            List<CellDifference> cells = new ArrayList<>();
            List<StructureDifference> structure = new ArrayList<>(tabs(before, after));
            long compared = 0;
            for (int i = 0; i < before.getNumberOfSheets(); i++) {
                XSSFSheet other = after.getSheet(before.getSheetName(i));
                if (other != null) {
                    TabDiff tab = new TabDiff(before.getSheetAt(i), other, added, depth).run();
                    cells.addAll(tab.cells());
                    structure.addAll(tab.structure());
                    compared += tab.compared();
                }
            }
            namedRanges(names(before, added), names(after, NewColumns.NONE), structure);
            return new WorkbookDifferences(cells, structure, compared);
        }
    }

    private static List<StructureDifference> tabs(XSSFWorkbook before, XSSFWorkbook after) {
        List<String> left = titles(before);
        List<String> right = titles(after);
        return left.equals(right)
                ? List.of()
                : List.of(new StructureDifference("", "tabs", left.toString(), right.toString()));
    }

    private static List<String> titles(XSSFWorkbook workbook) {
        List<String> titles = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheet -> titles.add(sheet.getSheetName()));
        return titles;
    }

    private static Map<String, String> names(XSSFWorkbook workbook, NewColumns shift) {
        Map<String, String> names = new TreeMap<>();
        for (XSSFName name : workbook.getAllNames()) {
            String formula = name.getRefersToFormula();
            if (formula != null && !name.getNameName().startsWith("_xlnm.")) {
                names.put(name.getNameName(), moved(formula, shift));
            }
        }
        return names;
    }

    private static String moved(String formula, NewColumns shift) {
        if (!formula.contains("!") || formula.contains("#REF!") || !AreaReference.isContiguous(formula)) {
            return formula;
        }
        AreaReference area = new AreaReference(formula, SpreadsheetVersion.EXCEL2007);
        String tab = area.getFirstCell().getSheetName();
        CellRangeAddress range = GridRanges.of(area);
        range.setFirstColumn(shift.toRight(tab, range.getFirstColumn()));
        range.setLastColumn(
                Math.min(SpreadsheetVersion.EXCEL2007.getLastColumnIndex(), shift.toRight(tab, range.getLastColumn())));
        return range.formatAsString(tab, true);
    }

    private static void namedRanges(
            Map<String, String> left, Map<String, String> right, List<StructureDifference> structure) {
        TreeSet<String> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        for (String name : all) {
            String before = left.getOrDefault(name, "");
            String after = right.getOrDefault(name, "");
            if (!before.equals(after)) {
                structure.add(new StructureDifference("", "named range " + name, before, after));
            }
        }
    }

    /** Prints a summary; exit code 0 when nothing differs, 1 when something does, 2 when it can not compare. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> files = new ArrayList<>();
        NewColumns added = NewColumns.NONE;
        boolean list = false;
        try {
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--new-columns" -> added = NewColumns.parse(i + 1 < args.length ? args[++i] : "");
                    case "--list" -> list = true;
                    default -> files.add(args[i]);
                }
            }
            if (files.size() != 2) {
                throw new IllegalArgumentException(files.size() + " files: expected two");
            }
            return report(
                    compare(
                            Files.readAllBytes(Path.of(files.get(0))),
                            Files.readAllBytes(Path.of(files.get(1))),
                            added),
                    list,
                    out);
        } catch (IllegalArgumentException | IOException | POIXMLException unusable) {
            err.println(unusable.getMessage() + "\n" + USAGE);
            return 2;
        }
    }

    private static int report(WorkbookDifferences differences, boolean list, PrintStream out) {
        differences.summary().forEach(out::println);
        if (list) {
            differences.cells().forEach(out::println);
        }
        out.println(differences.cellsCompared() + " cells compared, "
                + differences.cells().size() + " cell differences, "
                + differences.structure().size() + " other differences");
        return differences.none() ? 0 : 1;
    }
}
