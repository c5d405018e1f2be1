package dev.sheetway.workspace.google;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.google.TokenSource.CredentialsRejected;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a failed call means for the saga. Pure.
 *
 * <p>The class follows from status and reason alone; Google's message text only picks the code and the advice, because
 * texts change. No message of Google's is passed on: some repeat what stands in a cell.
 */
final class ErrorClassifier {
    private static final Pattern REQUEST = Pattern.compile("^Invalid (requests\\[\\d+]\\.\\w+)");

    private ErrorClassifier() {}

    /** Google answered, but refused. */
    static Failure refused(Operation operation, Refusal refusal) {
        int status = refusal.status();
        if (refusal.says("invalid_grant", "invalid_client") || status == 401) {
            return pause(operation, refusal, "credentials-rejected", "renew the service's credentials, then resume");
        }
        return switch (status) {
            case 400 -> badRequest(operation, refusal);
            case 403 -> forbidden(operation, refusal);
            case 404, 410 ->
                pause(
                        operation,
                        refusal,
                        "not-found",
                        "check the id and share the file with the service's account, then resume");
            case 408, 409, 425 -> open(operation, refusal, "google-unavailable");
            case 413 -> failed(operation, refusal, "request-too-large", "split the plan");
            case 429 -> rateLimited(operation, refusal);
            case 501 -> failed(operation, refusal, "not-implemented", "the other side does not offer this");
            default ->
                status >= 500
                        ? open(operation, refusal, "google-unavailable")
                        : failed(operation, refusal, "unexpected-status", "report it with this message");
        };
    }

    /** No whole answer came back. */
    static Failure broken(Operation operation, IOException cause) {
        String code =
                switch (cause) {
                    case SocketTimeoutException e -> "google-timeout";
                    case ConnectException e -> "google-unreachable";
                    case UnknownHostException e -> "google-unreachable";
                    case NoRouteToHostException e -> "google-unreachable";
                    case UnreadableAnswer e -> "unreadable-answer";
                    default -> "connection-lost";
                };
        String what = operation.words() + of(operation) + ": " + code.replace('-', ' ') + ", expected an answer; ";
        return operation.kind().harmless()
                ? Failure.of(FailureClass.RETRYABLE, code, what + "nothing written; it is tried again later")
                : Failure.of(FailureClass.UNKNOWN, code, what + "it may have been written; slot and record will tell");
    }

    /** No token could be had, so nothing was sent. */
    static Failure noToken(Operation operation, IOException cause) {
        String what = operation.words() + of(operation) + ": no access token could be had; nothing written; ";
        boolean rejected = cause instanceof CredentialsRejected
                || String.valueOf(cause.getMessage()).contains("invalid_grant");
        return rejected
                ? Failure.of(
                        FailureClass.PAUSE,
                        "credentials-rejected",
                        what + "renew the service's credentials, then resume")
                : Failure.of(FailureClass.RETRYABLE, "token-unavailable", what + "it is tried again later");
    }

    private static Failure badRequest(Operation operation, Refusal refusal) {
        String text = refusal.text().toLowerCase(Locale.ROOT);
        if (text.contains("protected cell or object")) {
            return failed(operation, refusal, "protected", "remove the protection or let the service's account edit");
        }
        if (text.contains("above the limit of") && text.contains("cells")) {
            return failed(operation, refusal, "cell-limit", "delete unused rows, columns or tabs");
        }
        if (text.contains("exceeds grid limits")) {
            return failed(operation, refusal, "outside-grid", "read the structure again");
        }
        if (text.contains("unable to parse range")) {
            return failed(operation, refusal, "unknown-range", "read the structure again");
        }
        return failed(operation, refusal, "bad-request", "report it with this message");
    }

    private static Failure forbidden(Operation operation, Refusal refusal) {
        if (refusal.says("rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED")) {
            return rateLimited(operation, refusal);
        }
        if (refusal.says("storageQuotaExceeded", "teamDriveFileLimitExceeded")) {
            return pause(
                    operation,
                    refusal,
                    "storage-quota-exceeded",
                    "copy into a shared drive, because a service account has no storage");
        }
        if (refusal.says("dailyLimitExceeded", "quotaExceeded")) {
            return pause(operation, refusal, "daily-limit", "raise the project's quota or resume tomorrow");
        }
        if (refusal.says("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientScopes")) {
            return pause(operation, refusal, "insufficient-scope", "grant the service the scope, then resume");
        }
        if (refusal.says("accessNotConfigured", "SERVICE_DISABLED")) {
            return pause(operation, refusal, "api-disabled", "enable the API in the project, then resume");
        }
        return pause(operation, refusal, "permission-denied", "share the file with the service's account, then resume");
    }

    private static Failure rateLimited(Operation operation, Refusal refusal) {
        return new Failure(
                FailureClass.RETRYABLE,
                "rate-limited",
                message(operation, refusal, "nothing written; it is tried again later"),
                refusal.retryAfter());
    }

    private static Failure pause(Operation operation, Refusal refusal, String code, String advice) {
        return Failure.of(FailureClass.PAUSE, code, message(operation, refusal, "nothing written; " + advice));
    }

    private static Failure failed(Operation operation, Refusal refusal, String code, String advice) {
        return Failure.of(FailureClass.FAILED, code, message(operation, refusal, "nothing written; " + advice));
    }

    /** A status that does not tell whether the call took effect. */
    private static Failure open(Operation operation, Refusal refusal, String code) {
        return operation.kind().harmless()
                ? new Failure(
                        FailureClass.RETRYABLE,
                        code,
                        message(operation, refusal, "nothing written; it is tried again later"),
                        refusal.retryAfter())
                : new Failure(
                        FailureClass.UNKNOWN,
                        code,
                        message(operation, refusal, "it may have been written; slot and record will tell"),
                        refusal.retryAfter());
    }

    private static String message(Operation operation, Refusal refusal, String next) {
        StringBuilder text = new StringBuilder(operation.words()).append(of(operation));
        text.append(": Google answered ").append(refusal.status());
        refusal.reasons().stream()
                .filter(reason -> reason.matches("[A-Za-z_]{1,60}"))
                .sorted()
                .forEach(reason -> text.append(' ').append(reason));
        request(refusal).ifPresent(request -> text.append(" for ").append(request));
        return text.append(", expected success; ").append(next).toString();
    }

    private static Optional<String> request(Refusal refusal) {
        Matcher matcher = REQUEST.matcher(refusal.text());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String of(Operation operation) {
        return " of \"" + operation.spreadsheet() + "\"";
    }
}
