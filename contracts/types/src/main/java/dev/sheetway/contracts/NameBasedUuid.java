package dev.sheetway.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based UUIDs, version 5 (SHA-1), RFC 9562 section 5.5; the JDK offers version 3 only. */
public final class NameBasedUuid {
    private NameBasedUuid() {}

    /** The UUID of {@code name} (UTF-8) in {@code namespace}. */
    public static UUID version5(UUID namespace, String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha1(namespace, name));
        long most = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x0000_0000_0000_5000L;
        long least = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static byte[] sha1(UUID namespace, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasSha1) {
            throw new IllegalStateException(everyJdkHasSha1);
        }
    }
}
