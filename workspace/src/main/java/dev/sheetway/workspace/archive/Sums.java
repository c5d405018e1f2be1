package dev.sheetway.workspace.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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

    void row(int sheetId, int row, List<Json> values, long withContent) {
        rows++;
        cells += withContent;
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof Json.Null)) {
                StringBuilder text = new StringBuilder().append(row).append(' ');
                Json.write(text, values.get(i));
                columns.computeIfAbsent(new Column(sheetId, i), column -> sha256())
                        .update(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
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
    Json columnsLine() {
        List<Json> digests = new ArrayList<>();
        columns.forEach((column, digest) -> {
            Map<String, Json> fields = new LinkedHashMap<>();
            fields.put("sheetId", new Json.Num(column.sheetId()));
            fields.put("column", new Json.Num(column.column()));
            fields.put("sha256", new Json.Text(HexFormat.of().formatHex(digest.digest())));
            digests.add(new Json.Fields(fields));
        });
        return new Json.Fields(Map.of("columns", new Json.Items(digests)));
    }

    /** The last line. Ends the digest of the lines before. */
    Json endLine() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("rows", new Json.Num(rows));
        fields.put("cells", new Json.Num(cells));
        fields.put("sha256", new Json.Text(HexFormat.of().formatHex(lines.digest())));
        return new Json.Fields(Map.of("end", new Json.Fields(fields)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
