package dev.sheetway.workspace.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an archive says about itself at its end: a digest of each column and one of all lines. */
final class Sums {
    private record Column(int sheetId, int column) implements Comparable<Column> {
        @Override
        public int compareTo(Column other) {
            int bySheet = Integer.compare(sheetId, other.sheetId);
            return bySheet != 0 ? bySheet : Integer.compare(column, other.column);
        }
    }

    private final MessageDigest lines = sha256();
    private final Map<Column, MessageDigest> columns = new TreeMap<>();
    private long rows;
    private long cells;

    /** @param text without its line break */
    void line(String text) {
        lines.update(text.getBytes(StandardCharsets.UTF_8));
        lines.update((byte) '\n');
    }

    void row(int sheetId, int row, List<JsonNode> values, long withContent) {
        rows++;
        cells += withContent;
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isNull()) {
                String text = row + " " + Lines.write(values.get(i)) + "\n";
                columns.computeIfAbsent(new Column(sheetId, i), column -> sha256())
                        .update(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    long rows() {
        return rows;
    }

    long cells() {
        return cells;
    }

    /** The second last line. Ends the columns' digests. */
    ObjectNode columnsLine() {
        ObjectNode line = Lines.object();
        ArrayNode digests = line.putArray("columns");
        columns.forEach((column, digest) -> digests.addObject()
                .put("sheetId", column.sheetId())
                .put("column", column.column())
                .put("sha256", HexFormat.of().formatHex(digest.digest())));
        return line;
    }

    /** The last line. Ends the digest of the lines before. */
    ObjectNode endLine() {
        ObjectNode line = Lines.object();
        line.putObject("end")
                .put("rows", rows)
                .put("cells", cells)
                .put("sha256", HexFormat.of().formatHex(lines.digest()));
        return line;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
