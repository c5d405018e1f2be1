package dev.sheetway.emulator.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sheetway.emulator.support.ResponseSchemas;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends the requests of a cassette to the emulator and compares the answers. */
final class Replay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI base;
    private final RecordedIds ids = new RecordedIds();

    Replay(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /** How a cassette went: passed, failed with the first difference, or not emulated with what was asked. */
    sealed interface Verdict {
        /** @param earlier how many files had to be there before */
        record Passed(int earlier) implements Verdict {}

        record Failed(String difference) implements Verdict {}

        record NotEmulated(String what) implements Verdict {}
    }

    Verdict run(Cassette cassette) throws IOException, InterruptedException {
        AccountState account = AccountState.of(cassette);
        for (int i = 0; i < cassette.exchanges().size(); i++) {
            Cassette.Exchange exchange = cassette.exchanges().get(i);
            account.makeBefore(i, base, ids);
            HttpResponse<String> response = send(exchange);
            String where = "#" + i + " " + exchange.method() + " " + exchange.uri();
            if (response.statusCode() == 501) {
                return new Verdict.NotEmulated(where + " -> " + response.body());
            }
            if (response.statusCode() != exchange.status()) {
                return new Verdict.Failed(where + " " + exchange.body() + ": recorded " + exchange.status() + ", got "
                        + response.statusCode() + " " + response.body());
            }
            if (response.statusCode() == 200) {
                ResponseSchemas.check(
                        exchange.method(), URI.create(exchange.uri()).getRawPath(), tree(response.body()));
            }
            String difference = compare(exchange.answer(), response.body());
            if (!difference.isEmpty()) {
                return new Verdict.Failed(where + " " + exchange.body() + ": " + difference);
            }
        }
        return new Verdict.Passed(account.size());
    }

    private HttpResponse<String> send(Cassette.Exchange exchange) throws IOException, InterruptedException {
        String uri = ids.inText(exchange.uri()).replaceFirst("https://[^/]+", base.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer fake");
        String body = exchange.body().isEmpty() ? "" : body(exchange.body());
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.method(exchange.method(), publisher).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String body(String recorded) {
        try {
            return ids.inBody(JSON.readTree(ids.inText(recorded))).toString();
        } catch (JsonProcessingException e) {
            return recorded;
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    private String compare(String recorded, String actual) {
        try {
            JsonNode expected = JSON.readTree(recorded);
            return ids.difference(expected, JSON.readTree(actual), "");
        } catch (JsonProcessingException e) {
            return recorded.equals(actual) ? "" : "recorded \"" + recorded + "\", got \"" + actual + "\"";
        }
    }
}
