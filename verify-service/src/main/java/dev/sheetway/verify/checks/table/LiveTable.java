package dev.sheetway.verify.checks.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The live table as one scan saw it. */
public final class LiveTable {
    private final Layout layout;
    private final Header header;
    private final List<PlannedCells> planned;
    private final ColumnMatch columns;
    private final int keyColumn;
    private final List<RowImage> rows = new ArrayList<>();
    private final List<byte[]> verdicts = new ArrayList<>();

    LiveTable(Layout layout, Header header, int width) {
        this.layout = layout;
        this.header = header;
        this.planned = layout.planned().stream()
                .map(column -> new PlannedCells(column, column.locate(header)))
                .toList();
        this.columns = ColumnMatch.of(layout.backupHeader(), layout.usedColumns(), header, width, reserved());
        this.keyColumn = findKey();
    }

    private Set<Integer> reserved() {
        Header backup = layout.backupHeader();
        Set<Integer> ours = new HashSet<>();
        planned.stream()
                .filter(cells -> cells.found() && !backup.has(cells.planned().name()))
                .forEach(cells -> ours.add(cells.column()));
        return ours;
    }

    /** By the backup's key column wherever it stands now (its header may have been renamed), else by name. */
    private int findKey() {
        int old =
                layout.backupKeyColumn().stream().map(columns::live).findFirst().orElse(-1);
        return old >= 0
                ? old
                : layout.plan()
                        .keyColumn()
                        .flatMap(name -> header.positions(name).stream().findFirst())
                        .orElse(-1);
    }

    void add(RowImage row, byte[] planVerdicts) {
        rows.add(row);
        verdicts.add(planVerdicts);
    }

    public Layout layout() {
        return layout;
    }

    public Header header() {
        return header;
    }

    public ColumnMatch columns() {
        return columns;
    }

    public List<PlannedCells> planned() {
        return planned;
    }

    /** Existing columns with a declared type or rule. */
    public List<TouchedColumn> touched() {
        return layout.expected().touched();
    }

    /** 0-based; -1: nowhere. */
    int columnOf(TouchedColumn column) {
        return header.positions(column.name()).stream().findFirst().orElse(-1);
    }

    int keyColumn() {
        return keyColumn;
    }

    boolean keyed() {
        return layout.plan().keyColumn().isPresent();
    }

    /** Rows with any content, without the header row. */
    public int rowCount() {
        return rows.size();
    }

    RowImage row(int ordinal) {
        return rows.get(ordinal);
    }

    /** 1-based row as people see it. */
    public int rowNumber(int ordinal) {
        return rows.get(ordinal).row + 1;
    }

    /** A row below the header with a key, or any row below it when the plan has no key column. */
    public boolean isReal(int ordinal) {
        RowImage row = rows.get(ordinal);
        return row.row > layout.headerRow() && (!keyed() || row.key != 0);
    }

    public boolean isBelowHeader(int ordinal) {
        return rows.get(ordinal).row > layout.headerRow();
    }

    /** @param plannedIndex index in {@link #planned} */
    public ValueState value(int ordinal, int plannedIndex) {
        return PlannedCells.state(verdicts.get(ordinal)[plannedIndex]);
    }

    public boolean badFormat(int ordinal, int plannedIndex) {
        return PlannedCells.badFormat(verdicts.get(ordinal)[plannedIndex]);
    }

    public boolean badValidation(int ordinal, int plannedIndex) {
        return PlannedCells.badValidation(verdicts.get(ordinal)[plannedIndex]);
    }

    /**
     * What is wrong with a cell of a touched column, in reports' words.
     *
     * @param touchedIndex index in {@link #touched}
     */
    public List<String> departures(int ordinal, int touchedIndex) {
        byte verdict = verdicts.get(ordinal)[planned.size() + touchedIndex];
        List<String> kinds = new ArrayList<>();
        if ((verdict & TouchedColumn.BAD_TYPE) != 0) {
            kinds.add("wrong-type");
        }
        if ((verdict & TouchedColumn.BAD_FORMAT) != 0) {
            kinds.add("wrong-format");
        }
        if ((verdict & TouchedColumn.BAD_RULE) != 0) {
            kinds.add("wrong-validation");
        }
        return kinds;
    }
}
