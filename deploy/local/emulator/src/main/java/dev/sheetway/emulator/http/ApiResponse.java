package dev.sheetway.emulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer. */
public final class ApiResponse {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final String JSON_TYPE = "application/json; charset=UTF-8";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final @Nullable JsonNode tree;
    private final Map<String, String> headers;

    private ApiResponse(
            int status, String contentType, byte[] body, @Nullable JsonNode tree, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.tree = tree;
        this.headers = headers;
    }

    /** JSON that may be large: written piece by piece, never held as bytes. */
    public static ApiResponse streamed(JsonNode tree) {
        return new ApiResponse(200, JSON_TYPE, new byte[0], tree, Map.of());
    }

    /** The tree that is to be streamed, or null when the body is {@link #body}. */
    @Nullable
    JsonNode tree() {
        return tree;
    }

    static void stream(JsonNode tree, OutputStream out) throws IOException {
        MAPPER.writeValue(out, tree);
    }

    public static ApiResponse json(JsonNode body) {
        return json(200, body);
    }

    public static ApiResponse json(int status, JsonNode body) {
        return new ApiResponse(status, JSON_TYPE, utf8(body), null, Map.of());
    }

    /** Straight to UTF-8: a large sheet is never held as a string too. */
    private static byte[] utf8(JsonNode body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a JSON tree", e);
        }
    }

    public static ApiResponse bytes(String contentType, byte[] body) {
        return new ApiResponse(200, contentType, body, null, Map.of());
    }

    /** Text with any status. */
    public static ApiResponse text(int status, String contentType, String body) {
        return new ApiResponse(status, contentType, body.getBytes(StandardCharsets.UTF_8), null, Map.of());
    }

    /** 204. */
    public static ApiResponse noContent() {
        return new ApiResponse(204, "text/html", new byte[0], null, Map.of());
    }

    public ApiResponse withHeaders(Map<String, String> more) {
        return new ApiResponse(status, contentType, body, tree, more);
    }

    /** The body as JSON; missing when it is none. */
    public JsonNode content() {
        try {
            return tree == null ? MAPPER.readTree(body) : tree;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    public int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return tree == null ? body : utf8(tree);
    }

    Map<String, String> headers() {
        return headers;
    }
}
