package dev.sheetway.schema.planner;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Whether a column of an archive tab is the column that was read. */
public final class ContentDigest {
    private static final int LENGTH = 16;

    private ContentDigest() {}

    /** @param cells from row 0 on; a formula counts as one, whatever it says: a copy of it refers to other cells */
    public static String of(List<Cell> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int row = 0; row < cells.size(); row++) {
                CellContent content = cells.get(row).content();
                if (!content.isBlank()) {
                    digest.update((row + " " + text(content) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasSha256) {
            throw new IllegalStateException(everyJdkHasSha256);
        }
    }

    private static String text(CellContent content) {
        String text = content.asText();
        return text.startsWith("=") ? "=" : text.length() + " " + text;
    }
}
