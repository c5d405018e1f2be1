package dev.sheetway.backup;

import dev.sheetway.contracts.SpreadsheetId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody who edits a spreadsheet in the emulator. */
record Person(URI emulator) {
    /** @param requests of a {@code batchUpdate}, with single quotes */
    void edit(SpreadsheetId id, String requests) {
        send("POST", "/v4/spreadsheets/" + id + ":batchUpdate", "{'requests':[" + requests + "]}");
    }

    /** Deletes a file for good. */
    void delete(SpreadsheetId id) {
        send("DELETE", "/drive/v3/files/" + id + "?supportsAllDrives=true", "");
    }

    void share(SpreadsheetId id, String email, String role) {
        send(
                "POST",
                "/drive/v3/files/" + id + "/permissions?supportsAllDrives=true",
                "{'type':'user','role':'" + role + "','emailAddress':'" + email + "'}");
    }

    private void send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(emulator.resolve(path))
                .header("Authorization", "Bearer owner")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalArgumentException(answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Types text into one cell. */
    void type(SpreadsheetId id, int sheetId, int row, int column, String text) {
        edit(
                id,
                "{'updateCells':{'start':{'sheetId':" + sheetId + ",'rowIndex':" + row + ",'columnIndex':" + column
                        + "},'fields':'userEnteredValue','rows':[{'values':[{'userEnteredValue':{'stringValue':'" + text
                        + "'}}]}]}}");
    }
}
