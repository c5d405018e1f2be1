package dev.sheetway.emulator.sequences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a spreadsheet is, in as few words as possible: everything hangs on the identity of a line, nothing is shifted by
 * arithmetic. Slow, and obviously right; the emulator is held against it.
 */
final class ReferenceWorkbook {

    static final Line WHOLE = new Line();

    final List<ReferenceSheet> sheets = new ArrayList<>();
    final Map<Integer, Line> metadata = new TreeMap<>();
    final Map<String, ReferenceRange> ranges = new TreeMap<>();

    static ReferenceWorkbook initial(int rows, int columns) {
        ReferenceWorkbook workbook = new ReferenceWorkbook();
        workbook.sheets.add(ReferenceSheet.ofSize(0, Step.TITLES.getFirst(), rows, columns));
        return workbook;
    }

    ReferenceWorkbook copy() {
        ReferenceWorkbook copy = new ReferenceWorkbook();
        sheets.forEach(sheet -> copy.sheets.add(sheet.copy()));
        copy.metadata.putAll(metadata);
        ranges.forEach((id, range) -> copy.ranges.put(id, range.copy()));
        return copy;
    }

    ReferenceSheet byId(int id) {
        return sheets.stream().filter(sheet -> sheet.id == id).findFirst().orElse(null);
    }

    ReferenceSheet byTitle(String title) {
        return sheets.stream()
                .filter(sheet -> sheet.title.equals(title))
                .findFirst()
                .orElse(null);
    }

    void insert(ReferenceSheet sheet, boolean rows, int index, List<Line> lines) {
        List<Line> axis = sheet.axis(rows);
        for (ReferenceRange range : ranges.values()) {
            Set<Line> covered = range.axis(rows);
            boolean inside = index > 0
                    && index < axis.size()
                    && covered.contains(axis.get(index - 1))
                    && covered.contains(axis.get(index));
            if (inside) {
                covered.addAll(lines);
            }
        }
        axis.addAll(index, lines);
    }

    void delete(ReferenceSheet sheet, boolean rows, int start, int end) {
        List<Line> gone = new ArrayList<>(sheet.axis(rows).subList(start, end));
        sheet.axis(rows).subList(start, end).clear();
        forget(gone);
    }

    private void forget(List<Line> gone) {
        Set<Line> lines = new HashSet<>(gone);
        metadata.values().removeIf(lines::contains);
        for (ReferenceRange range : ranges.values()) {
            range.rows().removeAll(lines);
            range.columns().removeAll(lines);
        }
    }

    /** A range of which only a part moves is left by that part; what lands inside a range belongs to it. */
    void move(ReferenceSheet sheet, boolean rows, int start, int end, int destination) {
        List<Line> axis = sheet.axis(rows);
        List<Line> block = new ArrayList<>(axis.subList(start, end));
        Set<Line> moving = new HashSet<>(block);
        axis.subList(start, end).clear();
        Map<String, Set<Line>> along = new HashMap<>();
        ranges.forEach((id, range) -> {
            Set<Line> covered = range.axis(rows);
            if (moving.containsAll(covered)) {
                along.put(id, new HashSet<>(covered));
            }
            covered.removeAll(moving);
        });
        insert(sheet, rows, destination > start ? destination - block.size() : destination, block);
        along.forEach((id, covered) -> ranges.get(id).axis(rows).addAll(covered));
    }

    void deleteSheet(ReferenceSheet sheet) {
        sheets.remove(sheet);
        List<Line> gone = new ArrayList<>(sheet.rows);
        gone.addAll(sheet.columns);
        gone.add(sheet.self);
        forget(gone);
    }
}
