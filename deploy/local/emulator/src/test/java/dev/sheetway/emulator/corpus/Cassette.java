package dev.sheetway.emulator.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A recording of real traffic in vcrpy's JSON form. */
record Cassette(String name, List<Exchange> exchanges) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One request and what Google answered; {@code body} is empty when there was none. */
    record Exchange(String method, String uri, String body, int status, String answer) {}

    static Cassette read(Path file) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode one : JSON.readTree(file.toFile()).path("interactions")) {
            JsonNode request = one.path("request");
            JsonNode response = one.path("response");
            exchanges.add(new Exchange(
                    request.path("method").asText(),
                    request.path("uri").asText(),
                    request.path("body").asText("").equals("null")
                            ? ""
                            : request.path("body").asText(""),
                    response.path("status").path("code").asInt(),
                    response.path("body").path("string").asText("")));
        }
        return new Cassette(file.getFileName().toString(), exchanges);
    }
}
