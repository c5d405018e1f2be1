package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code q} of files.list: {@code and or not}, parentheses, {@code = != < <= > >= contains in has}; values in single or
 * double quotes [REC], a quote escaped by a backslash.
 */
final class FileQuery {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(?<symbol>!=|<=|>=|[=<>(){}])|(?<word>[A-Za-z]+))");

    private final List<String> tokens = new ArrayList<>();
    private final String me;
    private int position;

    private FileQuery(String query, String me) {
        this.me = me;
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (end < query.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw invalid();
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /** The test that a query describes. */
    static Predicate<ObjectNode> parse(String query, String me) {
        FileQuery parser = new FileQuery(query, me);
        Predicate<ObjectNode> test = parser.or();
        if (parser.position != parser.tokens.size()) {
            throw invalid();
        }
        return test;
    }

    private static ApiException invalid() {
        return ApiException.drive(400, "invalid", "Invalid Value");
    }

    private Predicate<ObjectNode> or() {
        Predicate<ObjectNode> test = and();
        while (accept("or")) {
            test = test.or(and());
        }
        return test;
    }

    private Predicate<ObjectNode> and() {
        Predicate<ObjectNode> test = not();
        while (accept("and")) {
            test = test.and(not());
        }
        return test;
    }

    private Predicate<ObjectNode> not() {
        if (accept("not")) {
            return not().negate();
        }
        if (accept("(")) {
            Predicate<ObjectNode> test = or();
            expect(")");
            return test;
        }
        return term();
    }

    private Predicate<ObjectNode> term() {
        String first = next();
        if (isText(first)) {
            expect("in");
            return member(unquote(first), next());
        }
        String operator = next();
        return switch (first) {
            case "name", "mimeType", "id" -> text(first, operator, unquote(next()));
            case "trashed", "starred" -> flag(first, operator, next());
            case "modifiedTime", "createdTime" -> time(first, operator, unquote(next()));
            case "appProperties", "properties" -> property(first, operator);
            case "fullText", "sharedWithMe", "viewedByMeTime", "visibility", "labels", "shortcutDetails" ->
                throw ApiException.notEmulated("files.list by " + first);
            default -> throw invalid();
        };
    }

    private Predicate<ObjectNode> member(String value, String list) {
        String wanted = value.equals("me") ? me : value;
        return switch (list) {
            case "parents" ->
                entry -> {
                    for (JsonNode parent : entry.path("parents")) {
                        String id = parent.asText();
                        if (id.equals(value) || (value.equals("root") && id.equals(FileEntries.rootOf(me)))) {
                            return true;
                        }
                    }
                    return false;
                };
            case "owners" -> entry -> FileEntries.owner(entry).equalsIgnoreCase(wanted);
            case "writers", "readers" ->
                entry -> {
                    for (JsonNode permission : entry.path("permissions")) {
                        boolean fits = list.equals("readers")
                                || !permission.path("role").asText().equals("reader");
                        if (fits && permission.path("emailAddress").asText().equalsIgnoreCase(wanted)) {
                            return true;
                        }
                    }
                    return false;
                };
            default -> throw invalid();
        };
    }

    /** {@code contains} on a name matches the beginnings of its words [DOC]. */
    private static Predicate<ObjectNode> text(String field, String operator, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "=" -> entry -> entry.path(field).asText().equalsIgnoreCase(value);
            case "!=" -> entry -> !entry.path(field).asText().equalsIgnoreCase(value);
            case "contains" ->
                entry -> {
                    String text = entry.path(field).asText().toLowerCase(Locale.ROOT);
                    return field.equals("mimeType")
                            ? text.contains(lower)
                            : Pattern.compile("(?:^|[^\\p{L}\\p{N}])" + Pattern.quote(lower))
                                    .matcher(text)
                                    .find();
                };
            default -> throw invalid();
        };
    }

    private static Predicate<ObjectNode> flag(String field, String operator, String value) {
        boolean wanted = value.equals("true");
        return switch (operator) {
            case "=" -> entry -> entry.path(field).asBoolean() == wanted;
            case "!=" -> entry -> entry.path(field).asBoolean() != wanted;
            default -> throw invalid();
        };
    }

    private static Predicate<ObjectNode> time(String field, String operator, String value) {
        long at;
        try {
            at = Instant.parse(value.endsWith("Z") || value.contains("+") ? value : value + "Z")
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            throw invalid();
        }
        String stored = field.equals("modifiedTime") ? "modified" : field;
        return switch (operator) {
            case "=" -> entry -> entry.path(stored).asLong() == at;
            case "!=" -> entry -> entry.path(stored).asLong() != at;
            case "<" -> entry -> entry.path(stored).asLong() < at;
            case "<=" -> entry -> entry.path(stored).asLong() <= at;
            case ">" -> entry -> entry.path(stored).asLong() > at;
            case ">=" -> entry -> entry.path(stored).asLong() >= at;
            default -> throw invalid();
        };
    }

    private Predicate<ObjectNode> property(String field, String operator) {
        if (!operator.equals("has")) {
            throw invalid();
        }
        expect("{");
        expect("key");
        expect("=");
        String key = unquote(next());
        expect("and");
        expect("value");
        expect("=");
        String value = unquote(next());
        expect("}");
        return entry -> entry.path(field).path(key).asText("").equals(value)
                && entry.path(field).has(key);
    }

    private static boolean isText(String token) {
        return token.startsWith("'") || token.startsWith("\"");
    }

    private static String unquote(String token) {
        if (!isText(token)) {
            throw invalid();
        }
        return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private String next() {
        if (position >= tokens.size()) {
            throw invalid();
        }
        return tokens.get(position++);
    }

    private boolean accept(String token) {
        if (position < tokens.size() && tokens.get(position).equals(token)) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw invalid();
        }
    }
}
