package dev.sheetway.emulator.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.settings.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One fault. It counts the requests that fit and fires on the n-th ({@code nth}), on each n-th ({@code every}), or on the
 * first n ({@code times}); without any of them once.
 *
 * @param method route id such as {@code sheets.spreadsheets.batchUpdate}; {@code *} for any
 * @param when before the request is handled, or after its commit
 * @param status for {@link Kind#STATUS}: 503 unless given; 429 has the body of a real quota error
 * @param edit for {@link Kind#USER_EDIT}: a batchUpdate body, applied as the owner
 * @param settings for {@link Kind#SETTINGS}: settings to change from then on, such as a lag or an answer to an open question
 * @param spreadsheetId only requests for this spreadsheet or file
 * @param copies whether those for copies made of it fit too
 * @param containing only requests whose body contains this text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultRule(
        @Nullable String method,
        @Nullable Integer nth,
        @Nullable Integer every,
        @Nullable Integer times,
        @Nullable When when,
        Kind kind,
        @Nullable Integer status,
        @Nullable Integer latencyMs,
        @Nullable ObjectNode edit,
        @Nullable ObjectNode settings,
        @Nullable String spreadsheetId,
        @Nullable Boolean copies,
        @Nullable String containing) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** When a fault strikes, relative to the commit. */
    enum When {
        @com.fasterxml.jackson.annotation.JsonProperty("before")
        BEFORE,
        @com.fasterxml.jackson.annotation.JsonProperty("after")
        AFTER
    }

    /** What a fault does. */
    enum Kind {
        @com.fasterxml.jackson.annotation.JsonProperty("status")
        STATUS,
        @com.fasterxml.jackson.annotation.JsonProperty("html502")
        HTML_502,
        @com.fasterxml.jackson.annotation.JsonProperty("close")
        CLOSE,
        @com.fasterxml.jackson.annotation.JsonProperty("latency")
        LATENCY,
        /** The request waits until its rule is taken away, at most a minute. */
        @com.fasterxml.jackson.annotation.JsonProperty("hold")
        HOLD,
        @com.fasterxml.jackson.annotation.JsonProperty("truncate")
        TRUNCATE,
        @com.fasterxml.jackson.annotation.JsonProperty("userEdit")
        USER_EDIT,
        /** 403 as Drive refuses a service account without storage. */
        @com.fasterxml.jackson.annotation.JsonProperty("storageQuota")
        STORAGE_QUOTA,
        @com.fasterxml.jackson.annotation.JsonProperty("settings")
        SETTINGS
    }

    /**
     * Reads one rule.
     *
     * @throws IllegalArgumentException for an unknown key or value, or an edit that is missing
     */
    static FaultRule of(JsonNode json) {
        try {
            FaultRule rule = JSON.treeToValue(json, FaultRule.class);
            if (json.path("kind").isMissingNode()) {
                throw new IllegalArgumentException("a fault needs a \"kind\": " + json);
            }
            if (rule.kind() == Kind.USER_EDIT && rule.edit() == null) {
                throw new IllegalArgumentException("a userEdit fault needs an \"edit\": " + json);
            }
            if (rule.kind() == Kind.SETTINGS) {
                if (rule.settings() == null) {
                    throw new IllegalArgumentException("a settings fault needs \"settings\": " + json);
                }
                Settings.defaults().with(rule.settings());
            }
            return rule;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot read the fault " + json + ": " + e.getOriginalMessage(), e);
        }
    }

    When phase() {
        return when == null ? When.BEFORE : when;
    }

    /** @param originalId what the spreadsheet or file is a copy of; itself when it is none */
    boolean fits(String routeId, String requestSpreadsheetId, String originalId, String body) {
        return (method == null || method.equals("*") || method.equals(routeId))
                && (spreadsheetId == null
                        || spreadsheetId.equals(Boolean.TRUE.equals(copies) ? originalId : requestSpreadsheetId))
                && (containing == null || body.contains(containing));
    }

    /** Whether it fires on the {@code count}-th request that fits, counted from 1. */
    boolean firesOn(int count) {
        if (nth != null) {
            return count == nth;
        }
        if (every != null) {
            return every > 0 && count % every == 0;
        }
        return count <= (times == null ? 1 : times);
    }

    Duration latency() {
        return Duration.ofMillis(latencyMs == null ? 0 : latencyMs);
    }

    ObjectNode json() {
        return JSON.valueToTree(this);
    }
}
