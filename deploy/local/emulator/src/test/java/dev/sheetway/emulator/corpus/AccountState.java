package dev.sheetway.emulator.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the account held before a recording began, as far as the recording shows it: the spreadsheets that are listed or read
 * without having been created in it, and those of strangers. A cassette may hold several recordings one after the other, each
 * with more in the account; so each file is made before the recording that shows it first, the oldest first.
 */
final class AccountState {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SPREADSHEET = Pattern.compile("/v4/spreadsheets/([-_A-Za-z0-9]{20,})");
    private static final String STRANGER = "emu.user.stranger.spreadsheets+drive";

    /** In the order in which files are listed: the newest first. */
    private final Map<String, ObjectNode> earlier = new LinkedHashMap<>();

    /** The exchange with which the recording begins that shows a file first. */
    private final Map<String, Integer> recording = new HashMap<>();

    private final Set<String> strangers = new TreeSet<>();
    private final Set<String> created = new TreeSet<>();
    private int begin;

    private AccountState() {}

    static AccountState of(Cassette cassette) throws IOException {
        AccountState state = new AccountState();
        String before = "DELETE";
        for (int i = 0; i < cassette.exchanges().size(); i++) {
            Cassette.Exchange exchange = cassette.exchanges().get(i);
            if (exchange.method().equals("POST") && before.equals("DELETE")) {
                state.begin = i;
            }
            state.look(exchange);
            before = exchange.method();
        }
        return state;
    }

    /** How many files have to be there. */
    int size() {
        return recording.size();
    }

    /** Makes what the recording that begins with an exchange takes for granted. */
    void makeBefore(int exchange, URI base, RecordedIds ids) {
        Http owner = new Http(base, "fake");
        List<Map.Entry<String, ObjectNode>> newestFirst = new ArrayList<>(earlier.entrySet());
        for (Map.Entry<String, ObjectNode> file : newestFirst.reversed()) {
            if (recording.get(file.getKey()) == exchange) {
                ids.learn(file.getKey(), make(owner, file.getValue()));
            }
        }
        Http stranger = new Http(base, STRANGER);
        for (String id : strangers) {
            if (recording.get(id) == exchange) {
                ids.learn(id, make(stranger, JSON.createObjectNode()));
            }
        }
    }

    private static String make(Http http, ObjectNode resource) {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            // lists are ordered by time, in milliseconds
            Thread.onSpinWait();
        }
        Http.Answer answer = http.post("/v4/spreadsheets", resource.toString());
        if (answer.status() != 200) {
            throw new IllegalStateException("cannot make " + resource + ": " + answer);
        }
        return answer.body().get("spreadsheetId").asText();
    }

    private void look(Cassette.Exchange exchange) throws IOException {
        Optional<String> spreadsheet = spreadsheetId(exchange.uri());
        if (exchange.status() == 403 && spreadsheet.isPresent() && isUnknown(spreadsheet.get())) {
            strangers.add(spreadsheet.get());
            recording.putIfAbsent(spreadsheet.get(), begin);
        }
        if (exchange.status() != 200 || !exchange.answer().startsWith("{")) {
            return;
        }
        JsonNode answer = JSON.readTree(exchange.answer());
        if (exchange.method().equals("POST")) {
            created.add(answer.path("id").asText());
            created.add(answer.path("spreadsheetId").asText());
            return;
        }
        for (JsonNode file : answer.path("files")) {
            String mimeType = file.path("mimeType").asText("application/vnd.google-apps.spreadsheet");
            if (isUnknown(file.path("id").asText()) && mimeType.endsWith("spreadsheet")) {
                remember(file.path("id").asText(), file.path("name").asText());
            }
        }
        if (spreadsheet.isPresent() && answer.has("sheets") && !created.contains(spreadsheet.get())) {
            fill(spreadsheet.get(), answer);
        }
    }

    private static Optional<String> spreadsheetId(String uri) {
        Matcher matcher = SPREADSHEET.matcher(uri);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private boolean isUnknown(String id) {
        return !created.contains(id) && !earlier.containsKey(id);
    }

    private void remember(String id, String title) {
        ObjectNode resource = JSON.createObjectNode();
        resource.putObject("properties").put("title", title);
        earlier.put(id, resource);
        recording.put(id, begin);
    }

    /** Takes over what the first reading shows: the properties and the sheets without their cells. */
    private void fill(String id, JsonNode answer) {
        if (!earlier.containsKey(id)) {
            remember(id, "");
        }
        ObjectNode resource = earlier.get(id);
        if (resource.has("sheets")) {
            return;
        }
        ObjectNode properties = resource.withObject("/properties");
        for (String field : List.of("title", "locale", "timeZone", "autoRecalc")) {
            if (answer.path("properties").has(field)) {
                properties.set(field, answer.path("properties").get(field));
            }
        }
        ArrayNode sheets = resource.putArray("sheets");
        answer.path("sheets").forEach(sheet -> sheets.addObject().set("properties", sheet.path("properties")));
        if (answer.has("namedRanges")) {
            resource.set("namedRanges", answer.get("namedRanges"));
        }
    }
}
