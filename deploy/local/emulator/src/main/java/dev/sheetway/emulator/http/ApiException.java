package dev.sheetway.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A request that Google would refuse, or that the emulator does not emulate. Rendered by {@link ErrorBody}. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String status;
    private final String reason;
    private final String domain;
    private final transient List<JsonNode> details;
    private int retryAfterSeconds;

    /**
     * @param code HTTP status
     * @param status canonical status word, shown by Sheets alone
     * @param reason reason word, shown by Drive alone
     * @param domain domain of the reason, shown by Drive alone
     * @param details structured details, shown by Sheets alone
     */
    public ApiException(
            int code, String status, String reason, String domain, String message, List<? extends JsonNode> details) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.reason = reason;
        this.domain = domain;
        this.details = List.copyOf(details);
    }

    /** This error with the header {@code Retry-After}; 0: without. */
    public ApiException retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** 400 as Sheets says it. */
    public static ApiException invalid(String message) {
        return new ApiException(400, "INVALID_ARGUMENT", "invalid", "global", message, List.of());
    }

    /** 404 as Sheets says it [REC]. */
    public static ApiException notFound() {
        return new ApiException(404, "NOT_FOUND", "notFound", "global", "Requested entity was not found.", List.of());
    }

    /** 403 as Sheets says it [REC]. */
    public static ApiException forbidden() {
        return new ApiException(
                403, "PERMISSION_DENIED", "forbidden", "global", "The caller does not have permission", List.of());
    }

    /** 501: Google can do it, the emulator does not, and does not guess. */
    public static ApiException notEmulated(String what) {
        return new ApiException(501, "UNIMPLEMENTED", "notImplemented", "global", "not emulated: " + what, List.of());
    }

    /** A Drive error. */
    public static ApiException drive(int code, String reason, String message) {
        return new ApiException(code, "UNKNOWN", reason, "global", message, List.of());
    }

    /** The same error with a prefix such as {@code Invalid requests[3].updateCells: }; 501 and 403 keep their own text. */
    public ApiException prefixed(String prefix) {
        return code == 400 ? new ApiException(code, status, reason, domain, prefix + getMessage(), details) : this;
    }

    public int code() {
        return code;
    }

    String status() {
        return status;
    }

    String reason() {
        return reason;
    }

    String domain() {
        return domain;
    }

    List<JsonNode> details() {
        return details;
    }
}
