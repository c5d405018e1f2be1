package dev.sheetway.emulator.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sheetway.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;

/** Plain HTTP against an emulator. Every 200 is held against the schema of its method, see {@link ResponseSchemas}. */
public final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;
    private final String token;
    private final Set<String> methods = new TreeSet<>();

    public Http(Emulator emulator) {
        this(emulator.baseUri(), "fake");
    }

    public Http(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Status and JSON body; a body that is no JSON is a text node. */
    public record Answer(int status, JsonNode body) {

        public String message() {
            return body.path("error").path("message").asText();
        }
    }

    /** Ids of Google's methods that answered 200, each answer held against its schema. */
    public Set<String> answered() {
        return methods;
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), parse(response.body()));
            if (answer.status() == 200) {
                ResponseSchemas.check(method, path, answer.body()).ifPresent(methods::add);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    /** Creates a spreadsheet with one sheet of some size and values, and answers its id. */
    public String spreadsheet(int rows, int columns, String rowDataJson) {
        Answer created = post(
                "/v4/spreadsheets",
                "{\"properties\":{\"title\":\"Test\"},\"sheets\":[{\"properties\":{\"title\":\"Sheet1\",\"gridProperties\":{\"rowCount\":"
                        + rows + ",\"columnCount\":" + columns + "}},\"data\":[{\"rowData\":" + rowDataJson + "}]}]}");
        if (created.status() != 200) {
            throw new IllegalStateException("create answered " + created);
        }
        return created.body().get("spreadsheetId").asText();
    }

    public Answer batch(String id, String... requests) {
        return post("/v4/spreadsheets/" + id + ":batchUpdate", "{\"requests\":[" + String.join(",", requests) + "]}");
    }
}
