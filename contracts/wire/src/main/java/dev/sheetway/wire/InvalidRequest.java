package dev.sheetway.wire;

import dev.sheetway.contracts.SpreadsheetId;

/**
 * A request whose sender and spreadsheet are known but whose content is wrong: it is answered with a
 * {@code migration-rejected} entry that carries its request id, not quarantined.
 */
public final class InvalidRequest extends UnreadableRecord {
    private static final long serialVersionUID = 1L;
    private final String requestId;
    private final String requestedBy;
    private final transient SpreadsheetId spreadsheetId;
    private final String code;

    public InvalidRequest(
            String requestId, String requestedBy, SpreadsheetId spreadsheetId, String code, String message) {
        super(message);
        this.requestId = requestId;
        this.requestedBy = requestedBy;
        this.spreadsheetId = spreadsheetId;
        this.code = code;
    }

    public String requestId() {
        return requestId;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public SpreadsheetId spreadsheetId() {
        return spreadsheetId;
    }

    /** {@code invalid-plan} or {@code invalid-request}. */
    public String code() {
        return code;
    }
}
