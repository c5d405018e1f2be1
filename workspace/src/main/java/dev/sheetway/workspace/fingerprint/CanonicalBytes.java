package dev.sheetway.workspace.fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Feeds a digest so that no two different sequences of values give the same bytes: every part has its length. */
final class CanonicalBytes {
    private final MessageDigest digest = Sha256.fresh();
    private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

    CanonicalBytes number(long value) {
        buffer.clear().putLong(value).flip();
        digest.update(buffer);
        return this;
    }

    CanonicalBytes flag(boolean value) {
        digest.update((byte) (value ? 1 : 0));
        return this;
    }

    CanonicalBytes text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CanonicalBytes text(Optional<String> value) {
        flag(value.isPresent());
        value.ifPresent(this::text);
        return this;
    }

    CanonicalBytes bytes(byte[] value) {
        number(value.length);
        digest.update(value);
        return this;
    }

    /** Hex; begins anew afterwards. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
