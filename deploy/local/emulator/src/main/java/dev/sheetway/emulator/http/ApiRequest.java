package dev.sheetway.emulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request after everything that differs between clients is evened out: gzip and chunked bodies, method override, encoded
 * and raw A1 in the path, a slash before the colon of a custom verb, a trailing slash [TEST, facts 4].
 *
 * @param path decoded segments, with {@code :verb} still attached
 */
public record ApiRequest(String method, List<String> path, Query query, Headers headers, Body body) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Looks up a header by name. */
    public interface Headers {
        @Nullable
        String get(String name);
    }

    /** The decompressed body. */
    public static final class Body {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public int length() {
            return bytes.length;
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static ApiRequest read(HttpExchange exchange) throws IOException {
        com.sun.net.httpserver.Headers headers = exchange.getRequestHeaders();
        String override = headers.getFirst("X-HTTP-Method-Override");
        String method = (override == null ? exchange.getRequestMethod() : override).toUpperCase(Locale.ROOT);
        byte[] bytes;
        try (InputStream in = exchange.getRequestBody()) {
            boolean gzip = "gzip".equalsIgnoreCase(headers.getFirst("Content-Encoding"));
            bytes = gzip ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
        return new ApiRequest(
                method,
                segments(exchange.getRequestURI().getRawPath()),
                Query.parse(exchange.getRequestURI().getRawQuery()),
                headers::getFirst,
                new Body(bytes));
    }

    /** Splits a raw path; {@code /ID/:batchUpdate} and {@code /ID/} are taken as {@code /ID:batchUpdate} and {@code /ID}. */
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String raw : rawPath.split("/")) {
            if (raw.isEmpty()) {
                continue;
            }
            String segment = percentDecode(raw);
            if (segment.startsWith(":") && !segments.isEmpty()) {
                segments.set(segments.size() - 1, segments.getLast() + segment);
            } else {
                segments.add(segment);
            }
        }
        return List.copyOf(segments);
    }

    /** Percent-decodes a path segment; unlike in a query, {@code +} is itself. */
    static String percentDecode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        byte[] in = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (in[i] == '%' && high >= 0 && low >= 0) {
                out.put((byte) (high * 16 + low));
                i += 2;
            } else {
                out.put(in[i]);
            }
        }
        return new String(out.array(), 0, out.position(), StandardCharsets.UTF_8);
    }

    /** The body as JSON; an empty body is an empty object. */
    public JsonNode json() {
        if (body.length() == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(body.bytes);
        } catch (JsonProcessingException e) {
            throw ApiException.invalid("Invalid JSON payload received. " + e.getOriginalMessage());
        } catch (IOException e) {
            throw ApiException.invalid("Invalid JSON payload received. " + e.getMessage());
        }
    }
}
