package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.Request;
import dev.sheetway.contracts.SpreadsheetId;
import java.io.InputStream;
import java.util.List;

/** Sends one {@code spreadsheets.batchUpdate}. */
final class BatchSender {
    private final Sheets sheets;
    private final GoogleCalls calls;

    BatchSender(Sheets sheets, GoogleCalls calls) {
        this.sheets = sheets;
        this.calls = calls;
    }

    /**
     * Returns when Google has applied it.
     *
     * @throws dev.sheetway.workspace.GatewayException otherwise; class UNKNOWN when it may have been applied
     */
    void send(SpreadsheetId id, String words, List<Request> requests) {
        var body = new BatchUpdateSpreadsheetRequest().setRequests(requests);
        calls.make(Operation.sheetsWrite(id, words), bearer -> {
            Sheets.Spreadsheets.BatchUpdate update =
                    sheets.spreadsheets().batchUpdate(id.value(), body).setFields("spreadsheetId");
            try (InputStream answer = Exchange.stream(update, bearer)) {
                // to its end: an answer that breaks off leaves open what happened
                JsonFields.document(answer, (name, in) -> in.skipValue());
            }
            return id;
        });
    }
}
