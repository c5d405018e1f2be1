package dev.sheetway.emulator.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.support.Discovery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes requests for every method of a discovery document, most of them spoilt somewhere. */
final class Requests {

    private static final List<String> PARAMETERS = List.of(
            "*",
            "id",
            "a(b,c)",
            "sheets.properties",
            "files(id,name)",
            "Sheet1!A1",
            "A1:B2",
            "true",
            "false",
            "10",
            "-5",
            "name = 't1'",
            "trashed = false and name contains 'a'",
            "appProperties has { key='k' and value='v' }",
            "text/csv");

    private final Draw draw;
    private final boolean drive;
    private final List<JsonNode> methods = new ArrayList<>();
    private final Bodies bodies;
    private final Mutations mutations;

    Requests(Discovery discovery, Draw draw, boolean drive, Set<String> preferred) {
        this.draw = draw;
        this.drive = drive;
        bodies = new Bodies(discovery, draw, preferred);
        mutations = new Mutations(draw);
        collect(discovery.document());
    }

    private void collect(JsonNode resource) {
        resource.path("methods").forEach(methods::add);
        resource.path("resources").forEach(this::collect);
    }

    /** A request about a spreadsheet; three in ten are as they should be. */
    OddRequest next(String spreadsheetId) {
        JsonNode method = draw.of(methods);
        if (!drive && draw.chance(0.5)) {
            method = methods.stream()
                    .filter(m -> m.path("id").asText().equals("sheets.spreadsheets.batchUpdate"))
                    .findFirst()
                    .orElseThrow();
        }
        boolean spoilt = draw.chance(0.7);
        boolean spoilPath = spoilt && draw.chance(0.25);
        String path = (drive ? "/drive/v3/" : "/") + path(method, spreadsheetId, spoilPath) + query(method, spoilPath);
        String body = body(method, spoilt && !spoilPath);
        String answer = method.at("/response/$ref").asText();
        return new OddRequest(
                method.path("httpMethod").asText(), path, body, headers(spoilt && draw.chance(0.1)), drive, answer);
    }

    private String path(JsonNode method, String spreadsheetId, boolean spoilt) {
        StringBuilder path = new StringBuilder();
        String template = method.path("path").asText();
        int from = 0;
        while (template.indexOf('{', from) >= 0) {
            int open = template.indexOf('{', from);
            int close = template.indexOf('}', open);
            String name = template.substring(open + 1, close).replace("+", "");
            path.append(template, from, open);
            path.append(
                    encode(spoilt && draw.chance(0.5) ? draw.of(Mutations.ODD_TEXT) : variable(name, spreadsheetId)));
            from = close + 1;
        }
        path.append(template.substring(from));
        return spoilt && draw.chance(0.1)
                ? path + draw.of(List.of("/", "/:x", ":", "/a/b", ":batchUpdate"))
                : path.toString();
    }

    private String variable(String name, String spreadsheetId) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "spreadsheetid", "fileid" -> draw.chance(0.95) ? spreadsheetId : "nothing";
            case "range" -> draw.of(List.of("A1", "Sheet1!A1:C3", "B2:B", "Sheet1", "name_1"));
            case "sheetid", "metadataid" -> draw.of(List.of("0", "1", "7"));
            default -> "x1";
        };
    }

    private String query(JsonNode method, boolean spoilt) {
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, JsonNode> parameter : method.path("parameters").properties()) {
            boolean wanted = parameter.getKey().equals("valueInputOption") || draw.chance(0.15);
            if (parameter.getValue().path("location").asText().equals("query") && wanted) {
                JsonNode choices = parameter.getValue().path("enum");
                String value = choices.isEmpty()
                        ? draw.of(PARAMETERS)
                        : choices.get(draw.below(choices.size())).asText();
                append(query, parameter.getKey(), spoilt && draw.chance(0.6) ? draw.of(Mutations.ODD_TEXT) : value);
            }
        }
        if (spoilt && draw.chance(0.4)) {
            append(
                    query,
                    draw.of(List.of("fields", "alt", "unknown", "key", "", "ranges")),
                    draw.of(Mutations.ODD_TEXT));
        }
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(encode(name))
                .append('=')
                .append(encode(value));
    }

    private static String encode(String text) {
        String cut = text.length() > 4000 ? text.substring(0, 4000) : text;
        return URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String body(JsonNode method, boolean spoilt) {
        String schema = method.at("/request/$ref").asText();
        if (schema.isEmpty()) {
            return "";
        }
        JsonNode body = bodies.of(schema);
        if (!spoilt) {
            return body.toString();
        }
        for (int i = draw.below(3); i >= 0; i--) {
            mutations.spoil(body);
        }
        return draw.chance(0.15) ? mutations.spoil(body.toString()) : body.toString();
    }

    private List<String> headers(boolean spoilt) {
        if (!spoilt) {
            return List.of("Content-Type", "application/json", "Authorization", "Bearer fake");
        }
        return draw.of(List.of(
                List.of("Content-Type", "text/plain", "Authorization", "Bearer fake"),
                List.of("Content-Encoding", "gzip", "Authorization", "Bearer fake"),
                List.of("X-HTTP-Method-Override", "PATCH", "Authorization", "Bearer fake"),
                List.of("X-HTTP-Method-Override", "NONSENSE", "Authorization", "Bearer fake"),
                List.of("Authorization", "Bearer emu.sa.x.spreadsheets.readonly"),
                List.of("Authorization", "Bearer emu..."),
                List.of("Authorization", "nonsense"),
                List.of("Accept", "text/html")));
    }
}
