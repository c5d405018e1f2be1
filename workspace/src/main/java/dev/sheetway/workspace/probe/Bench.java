package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.google.RawGoogle;
import dev.sheetway.workspace.google.RawGoogle.RawAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The disposable spreadsheet and what this run has put into it. Everything that it makes carries the run's name, by which
 * {@link CleanUp} finds it again. Requests are JSON with single quotes.
 */
final class Bench {
    static final String TAB_PREFIX = "sheetway-probe-";
    static final String NAME_PREFIX = "sheetway_probe_";
    static final String KEY_PREFIX = "sheetway.probe.";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private final RawGoogle google;
    private final SpreadsheetId id;
    private final String run;
    private final Map<SpreadsheetId, String> copies = new LinkedHashMap<>();
    private int tabs;
    private int calls;

    /** @param run 8 hexadecimal digits */
    Bench(RawGoogle google, SpreadsheetId id, String run) {
        this.google = google;
        this.id = id;
        this.run = run;
    }

    SpreadsheetId id() {
        return id;
    }

    RawGoogle google() {
        return google;
    }

    int calls() {
        return calls;
    }

    /** A name for a named range of this run. */
    String name(String word) {
        return NAME_PREFIX + run + "_" + word;
    }

    /** The key of this run's developer metadata. */
    String key() {
        return KEY_PREFIX + run;
    }

    /** A positive id that belongs to this run and to {@code number}. */
    int number(int number) {
        return (Integer.parseUnsignedInt(run, 16) & 0x3fff_ff00) + number;
    }

    String nextTitle() {
        tabs++;
        return TAB_PREFIX + run + "-" + tabs;
    }

    /** A new empty tab. */
    Tab tab(int rows, int columns) {
        String title = nextTitle();
        Reply reply = must("a tab of its own", Ask.addSheet(title, rows, columns));
        return new Tab(reply.at("/replies/0/addSheet/properties/sheetId").intValue(), title);
    }

    /** A new tab whose first row holds {@code values}, each an ExtendedValue. */
    Tab tab(int rows, int columns, String... values) {
        Tab tab = tab(rows, columns);
        must("cells of its own", Ask.write(tab.sheetId(), 0, 0, values));
        return tab;
    }

    /** One batch update. */
    Reply batch(String... requests) {
        return batchOn(id, "", requests);
    }

    /** One batch update of another file of this run, with {@code query} behind the method. */
    Reply batchOn(SpreadsheetId file, String query, String... requests) {
        return post(file, ":batchUpdate" + query, "{'requests':[" + String.join(",", requests) + "]}");
    }

    /** One batch update that has to succeed for the experiment to make sense. */
    Reply must(String what, String... requests) {
        return required(what, batch(requests));
    }

    static Reply required(String what, Reply reply) {
        if (!reply.ok()) {
            throw new Unanswered(what + " was refused", reply);
        }
        return reply;
    }

    Reply post(SpreadsheetId file, String rest, String body) {
        return reply(google.sheetsWrite(file, rest, json(body)));
    }

    /** @param rest encoded, below the spreadsheet */
    Reply get(SpreadsheetId file, String rest) {
        return reply(google.sheetsRead(file, rest));
    }

    Reply get(String rest) {
        return get(id, rest);
    }

    /** All entries of this run's metadata. */
    JsonNode metadata(SpreadsheetId file) {
        String filter = "{'dataFilters':[{'developerMetadataLookup':{'metadataKey':'" + key() + "'}}]}";
        return required("a search for metadata", post(file, "/developerMetadata:search", filter))
                .body()
                .path("matchedDeveloperMetadata");
    }

    Reply driveGet(String path) {
        return reply(google.driveRead(id, path));
    }

    Reply drive(String method, String path, String body) {
        return reply(google.driveWrite(id, method, path, body.isEmpty() ? "" : json(body)));
    }

    /** From now on a file of this run, which is deleted at the end. */
    void owns(SpreadsheetId copy, String name) {
        copies.put(copy, name);
    }

    /** Names of the files by their ids. */
    Map<SpreadsheetId, String> copies() {
        return Map.copyOf(copies);
    }

    private Reply reply(RawAnswer answer) {
        calls++;
        return new Reply(answer.status(), parsed(answer.body()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String json(String singleQuoted) {
        try {
            return JSON.readTree(singleQuoted).toString();
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a request of the probe is no JSON: " + singleQuoted, bug);
        }
    }
}
