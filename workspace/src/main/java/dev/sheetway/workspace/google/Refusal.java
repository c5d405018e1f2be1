package dev.sheetway.workspace.google;

import com.google.api.client.http.HttpResponseException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Google with a status that is not a success, whichever of its shapes the body had.
 *
 * @param reasons every machine-readable word in the body: {@code status}, {@code errors[].reason}, {@code
 *     details[].reason}, and OAuth's {@code error}
 * @param text Google's message, which may repeat a cell value: for recognising, never for passing on
 */
record Refusal(int status, Set<String> reasons, String text, Optional<Duration> retryAfter) {

    /** All that Google's client hands on of OAuth's {@code {"error":"invalid_grant","error_description":…}}. */
    private static final Pattern OAUTH_WORD = Pattern.compile("[a-z]+(_[a-z]+)+");

    Refusal {
        reasons = Set.copyOf(reasons);
    }

    static Refusal of(HttpResponseException answer) {
        String retryAfter =
                answer.getHeaders() == null ? null : answer.getHeaders().getRetryAfter();
        return of(answer.getStatusCode(), answer.getContent(), retryAfter);
    }

    /**
     * @param body the whole envelope, the error object alone (as the client hands it on), HTML, or nothing
     * @param retryAfter value of the header; only seconds are understood, a date is ignored
     */
    static Refusal of(int status, @Nullable String body, @Nullable String retryAfter) {
        Set<String> reasons = new TreeSet<>();
        String text = "";
        if (parse(body) instanceof JsonObject root) {
            JsonElement inner = root.get("error");
            JsonObject error = inner instanceof JsonObject object ? object : root;
            add(reasons, inner);
            add(reasons, error.get("status"));
            addReasons(reasons, error.get("errors"));
            addReasons(reasons, error.get("details"));
            text = string(error.get("message"));
        } else if (body != null && OAUTH_WORD.matcher(body.strip()).matches()) {
            reasons.add(body.strip());
        }
        return new Refusal(status, reasons, text, seconds(retryAfter));
    }

    boolean says(String... words) {
        for (String word : words) {
            if (reasons.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static void addReasons(Set<String> reasons, @Nullable JsonElement list) {
        if (list instanceof JsonArray array) {
            for (JsonElement element : array) {
                if (element instanceof JsonObject object) {
                    add(reasons, object.get("reason"));
                }
            }
        }
    }

    private static void add(Set<String> reasons, @Nullable JsonElement element) {
        String word = string(element);
        if (!word.isEmpty()) {
            reasons.add(word);
        }
    }

    private static String string(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    private static @Nullable JsonElement parse(@Nullable String body) {
        if (body == null || !body.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            return JsonParser.parseString(body);
        } catch (JsonParseException e) {
            return null;
        }
    }

    static Optional<Duration> seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.strip().matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())))
                : Optional.empty();
    }
}
