package dev.sheetway.cli.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that the emulator counted.
 *
 * @param counts {@code {"total","reads","writes","methods":{...}}}
 */
public record Calls(JsonNode counts) {

    /** Such as {@code 10 calls (7 reads, 3 writes): spreadsheets.get 6, …}. */
    public String text() {
        List<String> methods = new ArrayList<>();
        counts.path("methods")
                .properties()
                .forEach(method -> methods.add(method.getKey().replaceFirst("^sheets\\.", "") + " "
                        + method.getValue().asInt()));
        return counts.path("total").asInt() + " calls (" + counts.path("reads").asInt() + " reads, "
                + counts.path("writes").asInt() + " writes): " + String.join(", ", methods);
    }

    /** How often {@code method} was called. */
    public int of(String method) {
        return counts.path("methods").path(method).asInt();
    }
}
