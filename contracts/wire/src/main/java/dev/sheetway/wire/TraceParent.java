package dev.sheetway.wire;

import dev.sheetway.contracts.NameBasedUuid;
import dev.sheetway.contracts.TraceId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The header {@code traceparent} of <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C trace
 * context</a>. Every message of a migration has the migration's trace id and an id of its own, which follows from
 * {@code ce_id}: a copy has the same. Nothing else of a trace is carried, and nothing says that spans were recorded.
 */
public final class TraceParent {
    static final String HEADER = "traceparent";

    private static final Pattern SHAPE =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final UUID NAMESPACE = UUID.fromString("c2a6d3f4-9a53-5d0c-8f6e-3d7f2b6a1e90");

    private TraceParent() {}

    /** Empty when there is none, or none that is valid: the receiver then begins a trace of its own. */
    public static Optional<TraceId> traceId(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        Matcher found = SHAPE.matcher(new String(header.value(), StandardCharsets.UTF_8));
        // only versions to come may say more
        if (!found.matches() || (found.group(1).equals("00") && found.group(3) != null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TraceId(found.group(2)));
        } catch (IllegalArgumentException zero) {
            return Optional.empty();
        }
    }

    static void put(Headers headers, TraceId trace, String messageId) {
        headers.remove(HEADER);
        String text = "00-" + trace + "-" + spanId(messageId) + "-00";
        headers.add(HEADER, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The version's bits make that it is never 0. */
    private static String spanId(String messageId) {
        String digits = NameBasedUuid.version5(NAMESPACE, messageId).toString().replace("-", "");
        return digits.substring(0, 16);
    }
}
