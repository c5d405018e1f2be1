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
        HttpRequest request = HttpRequest.newBuilder(emulator.resolve("/v4/spreadsheets/" + id + ":batchUpdate"))
                .header("Authorization", "Bearer owner")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"requests\":[" + requests.replace('\'', '"') + "]}"))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
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
