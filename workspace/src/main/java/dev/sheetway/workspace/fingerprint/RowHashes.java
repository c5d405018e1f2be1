package dev.sheetway.workspace.fingerprint;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * A table without its values: hashes of some of its columns, row by row, for {@link TableDiff}. Takes 4 bytes per cell
 * and 24 per row, so 100,000 rows of 66 columns are 29 MB. Rows that are blank in these columns are left out. Not
 * thread-safe.
 */
public final class RowHashes implements RowVisitor {
    /** Of a table without a key. */
    public static final int NO_KEY = -1;

    /** What a cell holds; kept in the low bits of its hash. */
    enum Kind {
        BLANK,
        CONSTANT,
        FORMULA,
        ERROR
    }

    private static final int KIND_BITS = 2;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;
    private static final Kind[] KINDS = Kind.values();

    private final List<Integer> columns;
    private final int key;
    private final MessageDigest digest = Sha256.fresh();
    private int size;
    private int[] rows = new int[64];
    private long[] hashes = new long[64];
    private long[] keys = new long[64];
    private int[] cells = new int[64];
    private int[] skeletonStarts = new int[65];
    private int[] skeletons = new int[16];
    private int skeletonCount;

    /**
     * @param columns 0-based indexes in the tab, in the order in which both tables are compared
     * @param key position in {@code columns} of the column that tells rows apart, or {@link #NO_KEY}
     */
    public RowHashes(List<Integer> columns, int key) {
        this.columns = List.copyOf(columns);
        this.key = key;
        if (key < NO_KEY || key >= columns.size()) {
            throw new IllegalArgumentException(
                    "key " + key + ": expected a position in " + columns.size() + " columns");
        }
    }

    @Override
    public void row(GridArea area, int row, List<Cell> found) {
        reserve();
        int start = size * width();
        long hash = 1;
        boolean blank = true;
        skeletonStarts[size] = skeletonCount;
        for (int i = 0; i < width(); i++) {
            int position = columns.get(i) - area.startColumn();
            CellContent content = position >= 0 && position < found.size()
                    ? found.get(position).content()
                    : CellContent.BLANK;
            long exact = CanonicalCell.hash64(digest, CanonicalCell.bytes(content));
            hash = 31 * hash + (content instanceof CellContent.Formula formula ? skeleton(formula) : exact);
            cells[start + i] = (int) (exact >>> 32) & ~KIND_MASK | kind(content).ordinal();
            blank &= content.isBlank();
            if (i == key) {
                keys[size] = exact;
            }
        }
        if (!blank) {
            rows[size] = row;
            hashes[size++] = hash * 0x9E3779B97F4A7C15L;
            skeletonStarts[size] = skeletonCount;
        }
    }

    /** Number of rows that are not blank. */
    public int size() {
        return size;
    }

    int width() {
        return columns.size();
    }

    /** 0-based index in the tab. */
    int row(int i) {
        return rows[i];
    }

    /** Equal when two rows are equal apart from references in formulas. */
    long hash(int i) {
        return hashes[i];
    }

    /** 0 when the key is blank or there is none. */
    long key(int i) {
        return key == NO_KEY ? 0 : keys[i];
    }

    int cell(int i, int position) {
        return cells[i * width() + position];
    }

    Kind kind(int i, int position) {
        return KINDS[cell(i, position) & KIND_MASK];
    }

    /** Of a formula: equal when two formulas are equal apart from their references. */
    int skeleton(int i, int position) {
        int index = skeletonStarts[i];
        for (int p = 0; p < position; p++) {
            if (hasSkeleton(i, p)) {
                index++;
            }
        }
        return skeletons[index];
    }

    /** Whether the cell is a formula, an error or not. */
    boolean hasSkeleton(int i, int position) {
        Kind kind = kind(i, position);
        return kind == Kind.FORMULA || kind == Kind.ERROR;
    }

    private long skeleton(CellContent.Formula formula) {
        String text = FormulaText.skeleton(formula.text());
        long hash = CanonicalCell.hash64(digest, CanonicalCell.bytes(new CellContent.Formula(text, "")));
        addSkeleton((int) hash);
        return hash;
    }

    private Kind kind(CellContent content) {
        return switch (content) {
            case CellContent.Blank blank -> Kind.BLANK;
            case CellContent.Text text -> Kind.CONSTANT;
            case CellContent.Number number -> Kind.CONSTANT;
            case CellContent.Bool bool -> Kind.CONSTANT;
            case CellContent.Formula formula -> formula.error().isEmpty() ? Kind.FORMULA : Kind.ERROR;
            case CellContent.ErrorValue error -> {
                // keeps one skeleton per error cell
                addSkeleton(0);
                yield Kind.ERROR;
            }
        };
    }

    private void addSkeleton(int hash) {
        if (skeletonCount == skeletons.length) {
            skeletons = Arrays.copyOf(skeletons, skeletonCount + skeletonCount / 2);
        }
        skeletons[skeletonCount++] = hash;
    }

    private void reserve() {
        if (size == rows.length) {
            int more = size + size / 2;
            rows = Arrays.copyOf(rows, more);
            hashes = Arrays.copyOf(hashes, more);
            keys = Arrays.copyOf(keys, more);
            skeletonStarts = Arrays.copyOf(skeletonStarts, more + 1);
        }
        int needed = Math.multiplyExact(size + 1, width());
        if (needed > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(needed, cells.length + cells.length / 2));
        }
    }
}
