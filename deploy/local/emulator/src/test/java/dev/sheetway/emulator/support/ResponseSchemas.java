package dev.sheetway.emulator.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds every answer that a test gets against Google's own description of it, where the discovery documents are at hand. */
public final class ResponseSchemas {

    private record Method(String id, String verb, Pattern path, int literals, String answer, Discovery discovery) {}

    private static final List<Method> METHODS = methods();

    private ResponseSchemas() {}

    /**
     * Checks the body of a 200.
     *
     * @return id of the method, empty when it is not one of Google's or the documents are not here
     * @throws AssertionError when the answer has what the schema has not
     */
    public static Optional<String> check(String verb, String pathAndQuery, JsonNode body) {
        // a slash before the colon is taken too, but no template has one
        String path = pathAndQuery.replaceFirst("\\?.*", "").replace("/:", ":");
        Optional<Method> found = METHODS.stream()
                .filter(method ->
                        method.verb.equals(verb) && method.path.matcher(path).matches())
                .findFirst();
        found.filter(method -> !method.answer.isEmpty() && body.isObject()).ifPresent(method -> {
            List<String> violations = method.discovery.violations(body, method.answer);
            if (!violations.isEmpty()) {
                throw new AssertionError(
                        "the answer of " + method.id + " is not a " + method.answer + ": " + violations);
            }
        });
        return found.map(Method::id);
    }

    /** The ids of the methods whose answers have a schema. */
    public static List<String> described() {
        return METHODS.stream()
                .filter(method -> !method.answer.isEmpty())
                .map(Method::id)
                .toList();
    }

    private static List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        Stream.of("sheets.v4.json", "drive.v3.json")
                .flatMap(name -> Discovery.ifPresent(name).stream())
                .forEach(discovery -> collect(discovery, discovery.document(), methods));
        methods.sort(Comparator.comparingInt(Method::literals).reversed());
        return List.copyOf(methods);
    }

    private static void collect(Discovery discovery, JsonNode resource, List<Method> methods) {
        String service = "/" + discovery.document().path("servicePath").asText();
        for (JsonNode method : resource.path("methods")) {
            String template = service + method.path("path").asText();
            StringBuilder pattern = new StringBuilder();
            int literals = 0;
            for (String part : template.split("(?=\\{)|(?<=})")) {
                pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
                literals += part.startsWith("{") ? 0 : part.length();
            }
            methods.add(new Method(
                    method.path("id").asText(),
                    method.path("httpMethod").asText(),
                    Pattern.compile(pattern.toString()),
                    literals,
                    method.at("/response/$ref").asText(),
                    discovery));
        }
        resource.path("resources").forEach(inner -> collect(discovery, inner, methods));
    }
}
