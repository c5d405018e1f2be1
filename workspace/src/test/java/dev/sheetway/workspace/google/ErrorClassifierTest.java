package dev.sheetway.workspace.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.google.TokenSource.CredentialsRejected;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorClassifierTest {
    private static final SpreadsheetId ID = new SpreadsheetId("1abc");
    private static final Operation READ = Operation.sheetsRead(ID, "reading cells");
    private static final Operation WRITE = Operation.sheetsWrite(ID, "writing expand/FORWARD/1");

    /** Every error body of the collected facts, in each shape that it was seen in. */
    static Stream<Arguments> bodies() {
        return Stream.of(
                row(
                        400,
                        sheets(
                                400,
                                "INVALID_ARGUMENT",
                                "Invalid requests[0].addNamedRange: Cannot add named range with name X, a named range with that name already exists."),
                        "FAILED",
                        "FAILED",
                        "bad-request"),
                row(
                        400,
                        sheets(
                                400,
                                "INVALID_ARGUMENT",
                                "Invalid requests[2].createDeveloperMetadata: Cannot add developer metadata with ID [7] because developer metadata with that ID already exists."),
                        "FAILED",
                        "FAILED",
                        "bad-request"),
                row(
                        400,
                        sheets(
                                400,
                                "INVALID_ARGUMENT",
                                "Invalid requests[3].updateCells: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit."),
                        "FAILED",
                        "FAILED",
                        "protected"),
                row(
                        400,
                        sheets(
                                400,
                                "INVALID_ARGUMENT",
                                "Invalid requests[0].updateSheetProperties: This action would increase the number of cells in the workbook above the limit of 10000000 cells."),
                        "FAILED",
                        "FAILED",
                        "cell-limit"),
                row(
                        400,
                        sheets(
                                400,
                                "INVALID_ARGUMENT",
                                "Range (Sheet!AA1) exceeds grid limits. Max rows: 10, max columns: 26"),
                        "FAILED",
                        "FAILED",
                        "outside-grid"),
                row(
                        400,
                        sheets(400, "INVALID_ARGUMENT", "Unable to parse range: 'x'!A1"),
                        "FAILED",
                        "FAILED",
                        "unknown-range"),
                row(
                        400,
                        "{\"error\":{\"code\":400,\"message\":\"Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \\\"X\\\"\",\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":[{\"field\":\"data.values\",\"description\":\"d\"}]}]}}",
                        "FAILED",
                        "FAILED",
                        "bad-request"),
                row(
                        400,
                        "{\"error\":{\"errors\":[{\"domain\":\"global\",\"reason\":\"badRequest\",\"message\":\"m\"}],\"code\":400,\"message\":\"m\"}}",
                        "FAILED",
                        "FAILED",
                        "bad-request"),
                row(
                        400,
                        "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}",
                        "PAUSE",
                        "PAUSE",
                        "credentials-rejected"),
                row(
                        401,
                        sheets(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
                        "PAUSE",
                        "PAUSE",
                        "credentials-rejected"),
                row(401, "", "PAUSE", "PAUSE", "credentials-rejected"),
                row(
                        403,
                        sheets(403, "PERMISSION_DENIED", "The caller does not have permission"),
                        "PAUSE",
                        "PAUSE",
                        "permission-denied"),
                row(
                        403,
                        drive(
                                403,
                                "global",
                                "insufficientFilePermissions",
                                "The user does not have sufficient permissions for file x."),
                        "PAUSE",
                        "PAUSE",
                        "permission-denied"),
                row(
                        403,
                        drive(
                                403,
                                "usageLimits",
                                "storageQuotaExceeded",
                                "Service Accounts do not have storage quota."),
                        "PAUSE",
                        "PAUSE",
                        "storage-quota-exceeded"),
                row(
                        403,
                        drive(
                                403,
                                "global",
                                "storageQuotaExceeded",
                                "The user's Drive storage quota has been exceeded."),
                        "PAUSE",
                        "PAUSE",
                        "storage-quota-exceeded"),
                row(
                        403,
                        drive(403, "usageLimits", "userRateLimitExceeded", "User Rate Limit Exceeded"),
                        "RETRYABLE",
                        "RETRYABLE",
                        "rate-limited"),
                row(
                        403,
                        drive(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded"),
                        "RETRYABLE",
                        "RETRYABLE",
                        "rate-limited"),
                row(
                        403,
                        drive(403, "usageLimits", "dailyLimitExceeded", "Daily Limit Exceeded"),
                        "PAUSE",
                        "PAUSE",
                        "daily-limit"),
                row(
                        403,
                        drive(403, "global", "insufficientPermissions", "Insufficient Permission"),
                        "PAUSE",
                        "PAUSE",
                        "insufficient-scope"),
                row(
                        403,
                        "{\"error\":{\"code\":403,\"message\":\"Request had insufficient authentication scopes.\",\"status\":\"PERMISSION_DENIED\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"ACCESS_TOKEN_SCOPE_INSUFFICIENT\",\"domain\":\"googleapis.com\"}]}}",
                        "PAUSE",
                        "PAUSE",
                        "insufficient-scope"),
                row(
                        403,
                        "{\"error\":{\"code\":403,\"message\":\"m\",\"status\":\"PERMISSION_DENIED\",\"details\":[{\"reason\":\"SERVICE_DISABLED\"}]}}",
                        "PAUSE",
                        "PAUSE",
                        "api-disabled"),
                row(404, sheets(404, "NOT_FOUND", "Requested entity was not found."), "PAUSE", "PAUSE", "not-found"),
                row(404, drive(404, "global", "notFound", "File not found: x."), "PAUSE", "PAUSE", "not-found"),
                row(413, "<html>too large</html>", "FAILED", "FAILED", "request-too-large"),
                row(
                        429,
                        "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"Quota exceeded for quota metric 'Write requests'\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"RATE_LIMIT_EXCEEDED\",\"domain\":\"googleapis.com\",\"metadata\":{\"quota_limit\":\"WriteRequestsPerMinutePerUser\"}}]}}",
                        "RETRYABLE",
                        "RETRYABLE",
                        "rate-limited"),
                row(429, "", "RETRYABLE", "RETRYABLE", "rate-limited"),
                row(
                        500,
                        sheets(500, "INTERNAL", "Internal error encountered."),
                        "RETRYABLE",
                        "UNKNOWN",
                        "google-unavailable"),
                row(
                        502,
                        "<html><title>Error 502 (Server Error)!!1</title></html>",
                        "RETRYABLE",
                        "UNKNOWN",
                        "google-unavailable"),
                row(
                        503,
                        sheets(503, "UNAVAILABLE", "The service is currently unavailable."),
                        "RETRYABLE",
                        "UNKNOWN",
                        "google-unavailable"),
                row(504, "{ not json", "RETRYABLE", "UNKNOWN", "google-unavailable"),
                row(
                        501,
                        sheets(501, "UNIMPLEMENTED", "Operation is not implemented, or supported, or enabled."),
                        "FAILED",
                        "FAILED",
                        "not-implemented"),
                row(409, sheets(409, "ABORTED", "m"), "RETRYABLE", "UNKNOWN", "google-unavailable"),
                row(418, "", "FAILED", "FAILED", "unexpected-status"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void classifiesEveryKnownBody(int status, String body, FailureClass read, FailureClass write, String code) {
        Refusal refusal = Refusal.of(status, body, null);

        assertThat(ErrorClassifier.refused(READ, refusal)).satisfies(failure -> {
            assertThat(failure.failureClass()).isEqualTo(read);
            assertThat(failure.code()).isEqualTo(code);
        });
        assertThat(ErrorClassifier.refused(WRITE, refusal)).satisfies(failure -> {
            assertThat(failure.failureClass()).isEqualTo(write);
            assertThat(failure.code()).isEqualTo(code);
        });
    }

    /** Refusals whose words alone differ: what they mean is for slot and record to say, the batch had no effect. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid requests[1].insertDimension: No grid with id: 7",
                "Invalid requests[0].updateSheetProperties: No sheet with id: 7",
                "Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (26) if inheritFromBefore is false.",
                "Invalid requests[0].insertDimension: range.startIndex is larger than current grid size (26)",
                "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 729 but there are only 729 rows.",
                "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.",
                "Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.",
                "Invalid requests[0].deleteRange: You cannot insert or delete cells over an array formula.",
                "Invalid requests[0].cutPaste: Cannot cut from form data. Use copy instead.",
                "Invalid requests[0].appendCells: Attempting to write column: 26, beyond the last requested column of: 25",
                "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
                "Invalid requests[0].addProtectedRange: Sheet \\\"Domains\\\" already has sheet protection.",
                "Invalid requests[0].deleteProtectedRange: No protected range with id: 2092627652",
                "Invalid requests[0].addSheet: A sheet with the name \\\"X\\\" already exists. Please enter another name.",
                "Invalid requests[0].addSheet: Sheet with id 7 already exists.",
                "Invalid requests[0].addSheet: Sheet id must be non-negative.",
                "Invalid requests[0].addSheet: The sheet name cannot be greater than 100 characters.",
                "Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document.",
                "Invalid requests[0].addNamedRange: Cannot add named range with name: X, a named range with that name already exists.",
                "Must specify at least one request.",
                "Invalid JSON payload received. Unknown name \\\"data\\\": Cannot find field.",
                "'valueInputOption' is required but not specified",
                "Requested writing within range ['평가'!A1:B1], but tried writing to column [C]",
                "Requested writing within range ['평가'!A1:B1], but tried writing to row [401]",
                "Invalid data[0]: something",
                "Invalid range[0]: something"
            })
    void everyOtherRefusalOfTheFactsIsABadRequest(String message) {
        Refusal refusal = Refusal.of(400, sheets(400, "INVALID_ARGUMENT", message), null);

        assertThat(ErrorClassifier.refused(WRITE, refusal)).satisfies(failure -> {
            assertThat(failure.failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(failure.code()).isEqualTo("bad-request");
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.`,protected",
                "`Invalid data[2]: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.`,protected",
                "`Invalid requests[0].insertDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.`,cell-limit",
                "`Invalid requests[0].repeatCell: Range (T!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26`,outside-grid",
                "`Range ('평가'!ZZZ999999:ZZZ9999999) exceeds grid limits. Max rows: 1000, max columns: 26`,outside-grid",
                "`Unable to parse range: '없는 시트'`,unknown-range"
            })
    void wordsPickTheCodeAndTheAdviceButNeverTheClass(String message, String code) {
        Failure failure =
                ErrorClassifier.refused(WRITE, Refusal.of(400, sheets(400, "INVALID_ARGUMENT", message), null));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.failureClass()).isEqualTo(FailureClass.FAILED);
    }

    @Test
    void readsTheBareErrorObjectThatTheClientHandsOn() {
        String bare =
                "{\"code\":403,\"errors\":[{\"domain\":\"usageLimits\",\"reason\":\"rateLimitExceeded\"}],\"message\":\"m\"}";

        assertThat(ErrorClassifier.refused(WRITE, Refusal.of(403, bare, null)).code())
                .isEqualTo("rate-limited");
    }

    @Test
    void neverClassifiesByTheTextOfTheMessage() {
        String text = "The user has rateLimitExceeded, storageQuotaExceeded and a protected cell or object";

        assertThat(ErrorClassifier.refused(WRITE, Refusal.of(403, sheets(403, "PERMISSION_DENIED", text), null)))
                .satisfies(failure -> assertThat(failure.failureClass()).isEqualTo(FailureClass.PAUSE))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("permission-denied"));
    }

    @Test
    void saysWhatWhichFoundAndNextButNeverWhatStandsInACell() {
        String text = "Invalid requests[3].updateCells: secret-cell-value is no number";

        Failure failure = ErrorClassifier.refused(WRITE, Refusal.of(400, sheets(400, "INVALID_ARGUMENT", text), null));

        assertThat(failure.message())
                .isEqualTo("writing expand/FORWARD/1 of \"1abc\": Google answered 400 INVALID_ARGUMENT for"
                        + " requests[3].updateCells, expected success; nothing written; report it with this message");
    }

    @Test
    void passesOnRetryAfterInSecondsOnly() {
        assertThat(ErrorClassifier.refused(READ, Refusal.of(429, "", "17")).retryAfter())
                .isEqualTo(Optional.of(Duration.ofSeconds(17)));
        assertThat(ErrorClassifier.refused(READ, Refusal.of(429, "", "Fri, 31 Dec 1999 23:59:59 GMT"))
                        .retryAfter())
                .isEmpty();
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), "google-unreachable"),
                Arguments.of(new UnknownHostException("sheets.googleapis.com"), "google-unreachable"),
                Arguments.of(new NoRouteToHostException("m"), "google-unreachable"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "google-timeout"),
                Arguments.of(new SocketException("Connection reset"), "connection-lost"),
                Arguments.of(new SSLException("m"), "connection-lost"),
                Arguments.of(new EOFException("m"), "connection-lost"),
                Arguments.of(new UnreadableAnswer("m"), "unreadable-answer"),
                Arguments.of(new IOException("Premature EOF"), "connection-lost"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aBrokenWriteIsUnknownAndABrokenReadMayBeRepeated(IOException cause, String code) {
        assertThat(ErrorClassifier.broken(READ, cause))
                .satisfies(failure -> assertThat(failure.failureClass()).isEqualTo(FailureClass.RETRYABLE))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(ErrorClassifier.broken(WRITE, cause))
                .satisfies(failure -> assertThat(failure.failureClass()).isEqualTo(FailureClass.UNKNOWN))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"true,PAUSE,credentials-rejected", "false,RETRYABLE,token-unavailable"})
    void aMissingTokenNeverMakesAnUnknownWrite(boolean rejected, FailureClass failureClass, String code) {
        IOException cause = rejected ? new CredentialsRejected("m") : new SocketTimeoutException("m");

        Failure failure = ErrorClassifier.noToken(WRITE, cause);

        assertThat(failure.failureClass()).isEqualTo(failureClass);
        assertThat(failure.code()).isEqualTo(code);
    }

    private static Arguments row(int status, String body, String read, String write, String code) {
        return Arguments.of(status, body, FailureClass.valueOf(read), FailureClass.valueOf(write), code);
    }

    private static String sheets(int code, String status, String message) {
        return "{\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\",\"status\":\"" + status + "\"}}";
    }

    private static String drive(int code, String domain, String reason, String message) {
        return "{\"error\":{\"errors\":[{\"domain\":\"" + domain + "\",\"reason\":\"" + reason + "\",\"message\":\""
                + message + "\"}],\"code\":" + code + ",\"message\":\"" + message + "\"}}";
    }
}
