package dev.sheetway.workspace.fingerprint;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One digest per column of an area, over its cells as entered. Positions count from the area's first row on: a value
 * that moved to another row changes the digest, blank cells after the last one do not. Needs the same few hundred bytes
 * per column however many rows there are. Not thread-safe.
 */
public final class ColumnFingerprints implements RowVisitor {

    /**
     * @param column 0-based index in the tab
     * @param cells number of cells that are not blank
     * @param digest hex SHA-256
     */
    public record ColumnFingerprint(int column, long cells, String digest) {}

    private final GridArea area;
    private final List<Column> columns = new ArrayList<>();
    private final ByteBuffer header = ByteBuffer.allocate(2 * Integer.BYTES);

    /** @param area that is going to be scanned; each of its columns gets a digest, blank ones too */
    public ColumnFingerprints(GridArea area) {
        this.area = area;
        for (int i = area.startColumn(); i < area.endColumn(); i++) {
            columns.add(new Column());
        }
    }

    /** @throws IllegalArgumentException for a row of another area */
    @Override
    public void row(GridArea asked, int row, List<Cell> cells) {
        if (!asked.equals(area)) {
            throw new IllegalArgumentException("row of " + asked + ": expected one of " + area);
        }
        for (int i = 0; i < cells.size(); i++) {
            byte[] bytes = CanonicalCell.bytes(cells.get(i));
            if (bytes.length > 0) {
                columns.get(i).add(row - area.startRow(), bytes, header);
            }
        }
    }

    /** As of the rows so far; more may follow. */
    public List<ColumnFingerprint> columns() {
        List<ColumnFingerprint> result = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            result.add(columns.get(i).fingerprint(area.startColumn() + i));
        }
        return result;
    }

    private static final class Column {
        private final MessageDigest digest = Sha256.fresh();
        private long cells;

        void add(int position, byte[] bytes, ByteBuffer header) {
            header.clear().putInt(position).putInt(bytes.length).flip();
            digest.update(header);
            digest.update(bytes);
            cells++;
        }

        ColumnFingerprint fingerprint(int column) {
            try {
                MessageDigest copy = (MessageDigest) digest.clone();
                return new ColumnFingerprint(column, cells, HexFormat.of().formatHex(copy.digest()));
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
            }
        }
    }
}
