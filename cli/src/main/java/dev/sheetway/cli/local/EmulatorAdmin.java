package dev.sheetway.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The emulator's admin endpoint: workbooks in and out, counts, faults. See deploy/local/emulator/README.md. */
public final class EmulatorAdmin {
    private final URI root;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param root such as {@code http://127.0.0.1:18090} */
    public EmulatorAdmin(URI root) {
        this.root = root;
    }

    /**
     * Makes a spreadsheet of a file.
     *
     * @param fileName gives the title, and a CSV's tab its name
     * @return {@code {"spreadsheetId","title","tabs":[...]}}
     * @throws CliFailure ({@link Exit#USAGE}) when it is no workbook
     */
    public JsonNode importWorkbook(byte[] file, String fileName, Optional<String> id) {
        String query = id.map(wanted -> "?id=" + encoded(wanted)).orElse("");
        HttpResponse<byte[]> response = send(request("/_emulator/workbooks" + query)
                .header("Content-Type", "application/octet-stream")
                .header("X-File-Name", encoded(fileName))
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build());
        return json(response, "file \"" + fileName + "\" was not imported");
    }

    /** The spreadsheet as an .xlsx file. */
    public byte[] exportWorkbook(String spreadsheetId) {
        HttpResponse<byte[]> response = send(request("/_emulator/workbooks/" + encoded(spreadsheetId) + "/export")
                .build());
        if (response.statusCode() != 200) {
            throw refused(response, "spreadsheet \"" + spreadsheetId + "\" was not exported");
        }
        return response.body();
    }

    /** {@code {"total","reads","writes","open","methods":{...}}} of one spreadsheet, or of all. */
    public JsonNode counts(Optional<String> spreadsheetId) {
        String query = spreadsheetId.map(id -> "?spreadsheetId=" + encoded(id)).orElse("");
        return json(send(request("/_emulator/counts" + query).build()), "requests were not counted");
    }

    /** Counts from zero again. */
    public void resetCounts() {
        json(send(request("/_emulator/counts").DELETE().build()), "the counts were not reset");
    }

    /** What Google's API answers to the spreadsheet's owner. */
    public JsonNode ask(String path) {
        return json(
                send(request(path).header("Authorization", "Bearer owner").build()),
                "\"" + path + "\" was not answered");
    }

    /** Adds an empty tab, as the spreadsheet's owner would. */
    public void addTab(String spreadsheetId, String title, int columns) {
        ObjectNode properties = Json.mapper().createObjectNode().put("title", title);
        properties.putObject("gridProperties").put("rowCount", 1).put("columnCount", columns);
        ObjectNode body = Json.mapper().createObjectNode();
        body.putArray("requests").addObject().putObject("addSheet").set("properties", properties);
        json(
                send(request("/v4/spreadsheets/" + encoded(spreadsheetId) + ":batchUpdate")
                        .header("Authorization", "Bearer owner")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build()),
                "tab \"" + title + "\" was not added");
    }

    /** Arms {@code faults} and disarms all others. */
    public void arm(List<ObjectNode> faults) {
        ArrayNode body = Json.mapper().createArrayNode().addAll(faults);
        json(
                send(request("/_emulator/faults")
                        .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build()),
                "the fault was not armed");
    }

    /** Adds {@code faults} to those that are armed. */
    public void armToo(List<ObjectNode> faults) {
        ArrayNode body = Json.mapper().createArrayNode().addAll(faults);
        json(
                send(request("/_emulator/faults")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build()),
                "the fault was not armed");
    }

    /** Disarms the faults of one spreadsheet; what they hold goes on. */
    public void disarm(String spreadsheetId) {
        json(
                send(request("/_emulator/faults?spreadsheetId=" + encoded(spreadsheetId))
                        .DELETE()
                        .build()),
                "the faults were not disarmed");
    }

    /** Those that are armed, each with {@code seen}, {@code fired} and, once it fired, {@code firedOn} and {@code firedAt}. */
    public JsonNode faults() {
        return json(send(request("/_emulator/faults").build()), "the faults were not shown")
                .path("rules");
    }

    /**
     * A person's batchUpdate.
     *
     * @param requests its list, as JSON
     * @throws CliFailure when it is refused
     */
    public void edit(String spreadsheetId, String requests) {
        json(
                send(request("/v4/spreadsheets/" + encoded(spreadsheetId) + ":batchUpdate")
                        .header("Authorization", "Bearer owner")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"requests\":" + requests + "}"))
                        .build()),
                "edit " + requests);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(120));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException nobody) {
            throw unreachable(nobody);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable(interrupted);
        }
    }

    private CliFailure unreachable(Exception cause) {
        return new CliFailure(
                Exit.UNREACHABLE,
                "no emulator answers at " + root + ": nothing was done; start the one-machine stack with ./sheetway up,"
                        + " or name another emulator with --emulator",
                cause);
    }

    private static JsonNode json(HttpResponse<byte[]> response, String whatFailed) {
        if (response.statusCode() / 100 != 2) {
            throw refused(response, whatFailed);
        }
        try {
            return response.body().length == 0
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(response.body());
        } catch (IOException noJson) {
            throw new CliFailure(Exit.UNREACHABLE, whatFailed + ": the answer is no JSON", noJson);
        }
    }

    private static CliFailure refused(HttpResponse<byte[]> response, String whatFailed) {
        return new CliFailure(
                response.statusCode() >= 500 ? Exit.UNREACHABLE : Exit.USAGE,
                whatFailed + ": " + message(new String(response.body(), StandardCharsets.UTF_8)) + " (HTTP "
                        + response.statusCode() + ")");
    }

    private static String message(String body) {
        try {
            JsonNode error = Json.mapper().readTree(body).path("error");
            return error.path("message").asText(error.asText(body));
        } catch (IOException noJson) {
            return body.isBlank() ? "no reason given" : body.strip();
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
