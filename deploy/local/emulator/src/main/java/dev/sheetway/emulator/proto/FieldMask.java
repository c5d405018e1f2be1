package dev.sheetway.emulator.proto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field mask: {@code a.b.c}, {@code a/b/c}, {@code a(b,c)} and {@code *} [REC][DOC]. A mask without children selects
 * everything below it.
 */
public final class FieldMask {

    /** Selects everything. */
    public static final FieldMask ALL = new FieldMask();

    private final Map<String, FieldMask> children = new LinkedHashMap<>();
    /** Set where a path ends: {@code a,a.b} selects all of {@code a}. */
    private boolean whole;

    private FieldMask() {}

    /** Parses a mask; null and blank select everything. */
    public static FieldMask parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ALL;
        }
        FieldMask mask = new FieldMask();
        Parser parser = new Parser(text);
        parser.list(mask);
        if (parser.position < text.length()) {
            throw parser.invalid();
        }
        return mask.children.containsKey("*") ? ALL : mask;
    }

    /** Whether everything below this point is selected. */
    public boolean selectsAll() {
        return whole || children.isEmpty() || children.containsKey("*");
    }

    /** Whether a field, or anything below it, is selected. */
    public boolean selects(String field) {
        return selectsAll() || children.containsKey(field);
    }

    /** The mask below a selected field. */
    public FieldMask of(String field) {
        if (selectsAll()) {
            return ALL;
        }
        FieldMask child = children.get(field);
        return child == null ? this : child;
    }

    /** Names at this level; empty when everything is selected. */
    public Set<String> names() {
        return selectsAll() ? Set.of() : children.keySet();
    }

    /**
     * Refuses a mask that names a field which a message does not have.
     *
     * @throws ApiException 400 as Google answers for the {@code fields} parameter [KNOW]
     */
    public FieldMask check(String message) {
        for (Map.Entry<String, FieldMask> child : children.entrySet()) {
            if (child.getKey().equals("*")) {
                continue;
            }
            if (!Messages.fieldNames(message).contains(child.getKey())) {
                throw ApiException.invalid("Request contains an invalid argument.");
            }
            String nested = Messages.nestedMessage(message, child.getKey());
            if (nested != null) {
                child.getValue().check(nested);
            }
        }
        return this;
    }

    /** Keeps what the mask selects; absent stays absent, and an object or list of which nothing is selected stays, empty. */
    public JsonNode apply(JsonNode node) {
        if (selectsAll()) {
            return node;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> result.add(apply(element)));
            return result;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            for (Iterator<Map.Entry<String, JsonNode>> i = object.properties().iterator(); i.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = i.next();
                FieldMask child = children.get(entry.getKey());
                if (child != null) {
                    result.set(entry.getKey(), child.apply(entry.getValue()));
                }
            }
            return result;
        }
        return node;
    }

    private static final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        void list(FieldMask into) {
            while (true) {
                path(into);
                if (position < text.length() && text.charAt(position) == ',') {
                    position++;
                } else {
                    return;
                }
            }
        }

        private void path(FieldMask into) {
            FieldMask here = into;
            while (true) {
                here = here.children.computeIfAbsent(name(), n -> new FieldMask());
                char c = position < text.length() ? text.charAt(position) : ',';
                if (c == '.' || c == '/') {
                    position++;
                } else if (c == '(') {
                    position++;
                    list(here);
                    if (position >= text.length() || text.charAt(position) != ')') {
                        throw invalid();
                    }
                    position++;
                    return;
                } else {
                    here.whole = true;
                    return;
                }
            }
        }

        private String name() {
            int start = position;
            while (position < text.length() && ",./()".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            String name = text.substring(start, position).strip();
            if (name.isEmpty()) {
                throw invalid();
            }
            return name.indexOf('_') < 0 ? name : camel(name);
        }

        private static String camel(String snake) {
            StringBuilder camel = new StringBuilder();
            boolean upper = false;
            for (char c : snake.toCharArray()) {
                if (c == '_') {
                    upper = true;
                } else {
                    camel.append(upper ? Character.toUpperCase(c) : c);
                    upper = false;
                }
            }
            return camel.toString();
        }

        ApiException invalid() {
            return ApiException.invalid("Invalid field mask: " + text);
        }
    }
}
