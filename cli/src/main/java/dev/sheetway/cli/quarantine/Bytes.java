package dev.sheetway.cli.quarantine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bytes of strangers on a terminal: nothing in them may steer it, or look like a line of ours. */
public final class Bytes {
    private static final int WIDTH = 16;

    private Bytes() {}

    /** Text with everything but visible characters and blanks escaped as backslash-u. */
    public static String escaped(String text) {
        return text.codePoints().mapToObj(Bytes::escaped).collect(Collectors.joining());
    }

    private static String escaped(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format("\\u%04x", point);
            default -> point == '\\' ? "\\\\" : Character.toString(point);
        };
    }

    /** The text that the bytes are; empty when they are no UTF-8. */
    public static Optional<String> text(byte @Nullable [] bytes) {
        try {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** One line: text where it is text, otherwise hexadecimal; {@code null} where there is nothing. */
    public static String line(byte @Nullable [] bytes) {
        return bytes == null
                ? "null"
                : text(bytes)
                        .map(Bytes::escaped)
                        .orElseGet(() -> "0x" + HexFormat.of().formatHex(bytes));
    }

    /** Sixteen bytes to a line, as {@code xxd} shows them. */
    public static String hex(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < bytes.length; from += WIDTH) {
            int to = Math.min(bytes.length, from + WIDTH);
            String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
            lines.append(String.format("%08x  %-47s  ", from, hex));
            for (int i = from; i < to; i++) {
                lines.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            lines.append('\n');
        }
        return lines.toString().stripTrailing();
    }
}
