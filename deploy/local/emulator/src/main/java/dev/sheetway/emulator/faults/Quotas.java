package dev.sheetway.emulator.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.settings.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The per-minute quotas of the Sheets API, refilled each minute [DOC], with the body of a real 429 [ISS data_curator #110]. */
final class Quotas {

    private final Clock clock;
    private final Map<String, Integer> used = new HashMap<>();
    private long minute = Long.MIN_VALUE;

    Quotas(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one request.
     *
     * @throws ApiException 429 when it is over the quota of its user or of the project
     */
    synchronized void take(String user, boolean write, Settings settings) {
        if (!settings.quotas()) {
            return;
        }
        long now = Math.floorDiv(clock.millis(), 60_000L);
        if (now != minute) {
            minute = now;
            used.clear();
        }
        String kind = write ? "w" : "r";
        int perUser = write ? settings.writesPerMinutePerUser() : settings.readsPerMinutePerUser();
        int perProject = write ? settings.writesPerMinute() : settings.readsPerMinute();
        if (used.merge(kind + "/" + user, 1, Integer::sum) > perUser) {
            throw exceeded(write, true).retryAfter(settings.retryAfterSeconds());
        }
        if (used.merge(kind, 1, Integer::sum) > perProject) {
            throw exceeded(write, false).retryAfter(settings.retryAfterSeconds());
        }
    }

    static ApiException exceeded(boolean write, boolean perUser) {
        String word = write ? "Write" : "Read";
        String limit = word + " requests per minute" + (perUser ? " per user" : "");
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
        detail.put("reason", "RATE_LIMIT_EXCEEDED").put("domain", "googleapis.com");
        detail.putObject("metadata")
                .put("quota_limit", word + "RequestsPerMinutePer" + (perUser ? "User" : "Project"))
                .put("quota_metric", "sheets.googleapis.com/" + (write ? "write" : "read") + "_requests")
                .put("quota_location", "global")
                .put("service", "sheets.googleapis.com")
                .put("consumer", "projects/100000000000");
        return new ApiException(
                429,
                "RESOURCE_EXHAUSTED",
                "rateLimitExceeded",
                "usageLimits",
                "Quota exceeded for quota metric '" + word + " requests' and limit '" + limit
                        + "' of service 'sheets.googleapis.com' for consumer 'project_number:100000000000'.",
                List.of(detail));
    }
}
