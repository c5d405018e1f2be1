package dev.sheetway.workspace.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one line of JSON (RFC 8259). */
final class JsonParser {
    /** Deeper than any line of an archive; keeps a hostile file from exhausting the stack. */
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    /** @throws DamagedArchive when {@code line} is not exactly one value */
    static Json parse(String line) {
        JsonParser parser = new JsonParser(line);
        Json value = parser.value(0);
        parser.blanks();
        if (parser.at != line.length()) {
            throw parser.unexpected("the end of the line");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw unexpected("less nesting");
        }
        blanks();
        return switch (peek()) {
            case '{' -> fields(depth);
            case '[' -> items(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json fields(int depth) {
        Map<String, Json> fields = new LinkedHashMap<>();
        expect('{');
        if (!take('}')) {
            do {
                blanks();
                String name = string();
                expect(':');
                fields.put(name, value(depth + 1));
            } while (take(','));
            expect('}');
        }
        return new Json.Fields(fields);
    }

    private Json items(int depth) {
        List<Json> items = new ArrayList<>();
        expect('[');
        if (!take(']')) {
            do {
                items.add(value(depth + 1));
            } while (take(','));
            expect(']');
        }
        return new Json.Items(items);
    }

    private String string() {
        expect('"');
        StringBuilder result = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            result.append(c == '\\' ? escaped() : c);
        }
        at++;
        return result.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw unexpected("an escape");
        };
    }

    private char hexadecimal() {
        try {
            char c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            at += 4;
            return c;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw unexpected("four hexadecimal digits");
        }
    }

    private Json number() {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return new Json.Num(Double.parseDouble(text.substring(begin, at)));
        } catch (NumberFormatException e) {
            throw unexpected("a value");
        }
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw unexpected(word);
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    private boolean take(char c) {
        blanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Says where, never what: a line holds cell values. */
    private DamagedArchive unexpected(String expected) {
        return new DamagedArchive("character " + (at + 1) + ": expected " + expected);
    }
}
