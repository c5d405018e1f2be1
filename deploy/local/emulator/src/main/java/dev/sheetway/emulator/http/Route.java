package dev.sheetway.emulator.http;

import dev.sheetway.emulator.access.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One method of an API.
 *
 * @param id as in the discovery document, such as {@code sheets.spreadsheets.batchUpdate}
 * @param write whether it counts as a write for quotas and counts
 * @param scopes any of which is enough [DISC]
 * @param template segments: a literal, {@code {name}}, or either with {@code :verb}
 */
public record Route(
        Service service,
        String id,
        boolean write,
        Set<Scope> scopes,
        String method,
        List<String> template,
        Handler handler) {

    /** Answers a call. */
    public interface Handler {
        ApiResponse handle(Call call);
    }

    /** The variables of a path that fits, or empty. */
    Optional<Map<String, String>> match(String requestMethod, List<String> path) {
        if (!method.equals(requestMethod) || path.size() != template.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = template.get(i);
            String actual = path.get(i);
            if (!expected.startsWith("{")) {
                if (!expected.equals(actual)) {
                    return Optional.empty();
                }
                continue;
            }
            int end = expected.indexOf('}');
            String verb = expected.substring(end + 1);
            if (!actual.endsWith(verb) || actual.length() == verb.length()) {
                return Optional.empty();
            }
            variables.put(expected.substring(1, end), actual.substring(0, actual.length() - verb.length()));
        }
        return Optional.of(variables);
    }
}
