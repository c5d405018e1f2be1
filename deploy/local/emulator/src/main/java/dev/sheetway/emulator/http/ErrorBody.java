package dev.sheetway.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Error bodies as Google shapes them: Sheets with a status word and no {@code errors[]}, Drive the other way round [REC]. */
public final class ErrorBody {

    private ErrorBody() {}

    /** The answer of a service to an error. */
    public static ApiResponse of(Service service, ApiException error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode inner = body.putObject("error");
        if (service == Service.DRIVE) {
            ObjectNode one = inner.putArray("errors").addObject();
            one.put("domain", error.domain()).put("reason", error.reason()).put("message", error.getMessage());
            inner.put("code", error.code()).put("message", error.getMessage());
        } else {
            inner.put("code", error.code()).put("message", error.getMessage()).put("status", error.status());
            if (!error.details().isEmpty()) {
                inner.putArray("details").addAll(error.details());
            }
        }
        ApiResponse response = ApiResponse.json(error.code(), body);
        return error.retryAfterSeconds() > 0
                ? response.withHeaders(Map.of("Retry-After", Integer.toString(error.retryAfterSeconds())))
                : response;
    }

    /** What Google's front end says when a backend does not answer: no JSON at all. */
    public static ApiResponse html(int status, String words) {
        String page = "<!DOCTYPE html>\n<html lang=en>\n<title>Error " + status + " (" + words + ")!!1</title>\n<p><b>"
                + status
                + ".</b> <ins>That’s an error.</ins>\n<p>The server encountered a temporary error and could not complete"
                + " your request.<p>Please try again in 30 seconds. <ins>That’s all we know.</ins>\n</html>\n";
        return ApiResponse.text(status, "text/html; charset=UTF-8", page)
                .withHeaders(Map.of("Referrer-Policy", "no-referrer"));
    }
}
