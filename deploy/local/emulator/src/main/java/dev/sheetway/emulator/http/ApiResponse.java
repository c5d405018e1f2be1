package dev.sheetway.emulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer. */
public final class ApiResponse {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final String JSON_TYPE = "application/json; charset=UTF-8";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private ApiResponse(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    public static ApiResponse json(JsonNode body) {
        return json(200, body);
    }

    public static ApiResponse json(int status, JsonNode body) {
        return new ApiResponse(status, JSON_TYPE, utf8(body), Map.of());
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
        return new ApiResponse(200, contentType, body, Map.of());
    }

    /** Text with any status. */
    public static ApiResponse text(int status, String contentType, String body) {
        return new ApiResponse(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** 204. */
    public static ApiResponse noContent() {
        return new ApiResponse(204, "text/html", new byte[0], Map.of());
    }

    public ApiResponse withHeaders(Map<String, String> more) {
        return new ApiResponse(status, contentType, body, more);
    }

    public int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
