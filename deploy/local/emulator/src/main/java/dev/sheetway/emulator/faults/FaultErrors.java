package dev.sheetway.emulator.faults;

import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.Route;
import dev.sheetway.emulator.http.Service;
import java.util.List;

/** Google's errors, as a fault of kind {@code status} answers them. */
final class FaultErrors {
    private FaultErrors() {}

    static ApiException of(FaultRule rule, Route route) {
        int status = rule.status() == null ? 503 : rule.status();
        return switch (status) {
            case 429 -> Quotas.exceeded(route.write(), true);
            case 403 ->
                route.service() == Service.DRIVE
                        ? new ApiException(
                                403, "", "userRateLimitExceeded", "usageLimits", "User Rate Limit Exceeded", List.of())
                        : ApiException.forbidden();
            case 401 ->
                new ApiException(
                        401,
                        "UNAUTHENTICATED",
                        "authError",
                        "global",
                        "Request had invalid authentication credentials.",
                        List.of());
            case 500 ->
                new ApiException(500, "INTERNAL", "internalError", "global", "Internal error encountered.", List.of());
            case 504 ->
                new ApiException(
                        504, "DEADLINE_EXCEEDED", "deadlineExceeded", "global", "The request timed out.", List.of());
            case 400 -> ApiException.invalid("Invalid request");
            case 404 -> ApiException.notFound();
            default ->
                new ApiException(
                        status,
                        "UNAVAILABLE",
                        "backendError",
                        "global",
                        "The service is currently unavailable.",
                        List.of());
        };
    }
}
