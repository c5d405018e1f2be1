package dev.sheetway.workspace.restore;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.Effect.Extent;
import dev.sheetway.workspace.fingerprint.CanonicalCell;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A cell with its formats, rule, note and runs as one number. */
final class WholeCell {
    private WholeCell() {}

    /** Never 0 for a cell that has anything of what {@code extent} names; 0 for one that has nothing of it. */
    static long hash64(Cell cell, Extent extent) {
        Optional<String> look = extent == Extent.EVERYTHING ? cell.look() : Optional.empty();
        if (cell.content().isBlank()
                && cell.format().isEmpty()
                && cell.validation().isEmpty()
                && look.isEmpty()) {
            return 0;
        }
        MessageDigest digest = sha256();
        add(digest, Optional.of(CanonicalCell.bytes(cell)));
        add(digest, cell.format().map(format -> bytes(format.type() + " " + format.pattern())));
        add(digest, cell.validation().map(WholeCell::bytes));
        add(digest, look.map(WholeCell::bytes));
        long hash = ByteBuffer.wrap(digest.digest()).getLong();
        return hash == 0 ? 1 : hash;
    }

    private static void add(MessageDigest digest, Optional<byte[]> part) {
        byte[] value = part.orElse(new byte[0]);
        digest.update(ByteBuffer.allocate(Integer.BYTES + 1)
                .put((byte) (part.isPresent() ? 1 : 0))
                .putInt(value.length)
                .flip());
        digest.update(value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
