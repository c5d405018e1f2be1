package dev.sheetway.workspace.google;

import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Walks JSON as it streams in. A {@code null} stands for an absent value, as everywhere at Google. */
final class JsonFields {

    /** Takes the value of one field; must read or skip exactly that. */
    @FunctionalInterface
    interface Field {
        void take(String name, JsonReader in) throws IOException;
    }

    /** Takes one element of an array; must read or skip exactly that. */
    @FunctionalInterface
    interface Element {
        void take(JsonReader in) throws IOException;
    }

    private JsonFields() {}

    /** @throws UnreadableAnswer when the stream is no JSON, of another shape, or ends too early */
    static void document(InputStream stream, Field field) throws IOException {
        try (JsonReader in = new JsonReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            object(in, field);
        } catch (JsonIOException e) {
            throw e.getCause() instanceof IOException cause ? cause : unreadable();
        } catch (MalformedJsonException
                | EOFException
                | JsonParseException
                | IllegalStateException
                | NumberFormatException e) {
            throw unreadable();
        }
    }

    /** Without the cause: its message quotes the text around, and so cell values. */
    private static UnreadableAnswer unreadable() {
        return new UnreadableAnswer("the answer is no JSON of the shape that was asked for");
    }

    static void object(JsonReader in, Field field) throws IOException {
        if (absent(in)) {
            return;
        }
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (!absent(in)) {
                field.take(name, in);
            }
        }
        in.endObject();
    }

    static void array(JsonReader in, Element element) throws IOException {
        if (absent(in)) {
            return;
        }
        in.beginArray();
        while (in.hasNext()) {
            element.take(in);
        }
        in.endArray();
    }

    private static boolean absent(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return true;
        }
        return false;
    }
}
