package dev.sheetway.backup.planner;

import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.fingerprint.CanonicalCell;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Fingerprints of every column of one tab, with the texts of its header row; rows of other tabs are ignored. */
public final class TabDigests implements RowVisitor {
    private final Workbook.Tab tab;
    private final int headerRow;
    private final String[] headers;
    private final MessageDigest[] digests;
    private final long[] cells;

    /** @param headerRow 0-based */
    public TabDigests(Workbook.Tab tab, int headerRow) {
        this.tab = tab;
        this.headerRow = headerRow;
        this.headers = new String[tab.columnCount()];
        this.cells = new long[tab.columnCount()];
        Arrays.fill(headers, "");
        this.digests = new MessageDigest[tab.columnCount()];
        Arrays.setAll(digests, i -> sha256());
    }

    @Override
    public void row(GridArea area, int row, List<Cell> found) {
        if (area.sheetId() != tab.sheetId()) {
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            byte[] bytes = CanonicalCell.bytes(found.get(i));
            int column = area.startColumn() + i;
            if (bytes.length > 0) {
                digests[column].update(
                        ByteBuffer.allocate(8).putInt(row).putInt(bytes.length).array());
                digests[column].update(bytes);
                cells[column]++;
            }
            if (row == headerRow) {
                headers[column] = found.get(i).content().asText();
            }
        }
    }

    public List<ColumnDigest> finish() {
        return IntStream.range(0, headers.length)
                .mapToObj(i ->
                        new ColumnDigest(i, headers[i], cells[i], HexFormat.of().formatHex(digests[i].digest())))
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
