package dev.sheetway.workspace.fingerprint;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One form for each thing that can be entered into a cell: a type tag and the value. The number 1, the text "1" and the
 * formula {@code =1} differ; formulas that differ only in white space outside of quotes are equal, because Google
 * rewrites that by itself; a formula that is an error differs from the same formula that is none. Formats and
 * validation are no part of it.
 */
public final class CanonicalCell {
    private CanonicalCell() {}

    public static byte[] bytes(Cell cell) {
        return bytes(cell.content());
    }

    /** Empty for a blank cell. */
    public static byte[] bytes(CellContent content) {
        return switch (content) {
            case CellContent.Blank blank -> new byte[0];
            case CellContent.Text text -> tagged('T', text.value());
            case CellContent.Number number ->
                ByteBuffer.allocate(1 + Double.BYTES)
                        .put((byte) 'N')
                        // no negative zero: a sheet does not tell it from zero
                        .putDouble(number.value() == 0 ? 0.0 : number.value())
                        .array();
            case CellContent.Bool bool -> new byte[] {'B', (byte) (bool.value() ? 1 : 0)};
            case CellContent.Formula formula ->
                formula.error().isEmpty()
                        ? tagged('F', FormulaText.normalise(formula.text()))
                        : tagged('E', formula.error() + " " + FormulaText.normalise(formula.text()));
            case CellContent.ErrorValue error -> tagged('X', error.type());
        };
    }

    /** Hex SHA-256 of {@link #bytes}. */
    public static String hash(Cell cell) {
        return HexFormat.of().formatHex(Sha256.fresh().digest(bytes(cell)));
    }

    /** The first 64 bits of the SHA-256 of {@link #bytes}; 0 for a blank cell. */
    public static long hash64(Cell cell) {
        return hash64(Sha256.fresh(), bytes(cell));
    }

    static long hash64(MessageDigest digest, byte[] bytes) {
        return bytes.length == 0 ? 0 : ByteBuffer.wrap(digest.digest(bytes)).getLong();
    }

    private static byte[] tagged(char tag, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + text.length).put((byte) tag).put(text).array();
    }
}
