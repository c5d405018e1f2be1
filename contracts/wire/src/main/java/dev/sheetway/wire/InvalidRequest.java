package dev.sheetway.wire;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import java.util.Optional;

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
    private final transient Optional<MigrationId> about;

    public InvalidRequest(
            String requestId, String requestedBy, SpreadsheetId spreadsheetId, String code, String message) {
        this(Optional.empty(), requestId, requestedBy, spreadsheetId, code, message);
    }

    private InvalidRequest(
            Optional<MigrationId> about,
            String requestId,
            String requestedBy,
            SpreadsheetId spreadsheetId,
            String code,
            String message) {
        super(message);
        this.about = about;
        this.requestId = requestId;
        this.requestedBy = requestedBy;
        this.spreadsheetId = spreadsheetId;
        this.code = code;
    }

    /** Of a steering request: whoever watches the migration that it names is to see the answer. */
    public static InvalidRequest about(
            MigrationId about,
            String requestId,
            String requestedBy,
            SpreadsheetId spreadsheetId,
            String code,
            String message) {
        return new InvalidRequest(Optional.of(about), requestId, requestedBy, spreadsheetId, code, message);
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

    /** The migration that a steering request names. */
    public Optional<MigrationId> about() {
        return about;
    }

    /** {@code invalid-plan} or {@code invalid-request}. */
    public String code() {
        return code;
    }
}
