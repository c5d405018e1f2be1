package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Waiver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** {@code sheetway.request.*.v1}: strict, because anyone allowed may write them. */
public final class RequestCodec {
    /** A plan in a request may have this many bytes of JSON. */
    public static final int MOST_PLAN_BYTES = 256 * 1024;

    private static final String PREFIX = "sheetway.request.";
    private static final String UNKNOWN_SENDER = "unknown";

    private RequestCodec() {}

    /** @param source of the sender, such as {@code /sheetway/cli} */
    public static WireMessage encode(Request request, String source, Instant time) {
        ObjectNode data = Json.mapper().createObjectNode();
        data.put("spreadsheetId", request.spreadsheetId().value());
        data.put("requestedBy", request.requestedBy());
        String kind;
        String subject;
        switch (request) {
            case Request.Migrate migrate -> {
                kind = "migrate";
                subject = MigrationId.of(migrate.spreadsheetId(), migrate.requestId())
                        .toString();
                data.put("requireApproval", migrate.requireApproval());
                if (migrate.waiver().isPresent()) {
                    data.put("unprobed", true);
                }
                data.set("plan", PlanJson.toJson(migrate.plan()));
            }
            case Request.Preview preview -> {
                kind = "preview";
                subject = MigrationId.of(preview.spreadsheetId(), preview.requestId())
                        .toString();
                data.set("plan", PlanJson.toJson(preview.plan()));
            }
            case Request.Verify verify -> {
                kind = "verify";
                subject = MigrationId.of(verify.spreadsheetId(), verify.requestId())
                        .toString();
                data.set("plan", PlanJson.toJson(verify.plan()));
            }
            case Request.Baseline baseline -> {
                kind = "baseline";
                subject = MigrationId.of(baseline.spreadsheetId(), baseline.requestId())
                        .toString();
                data.put("name", baseline.plan().name());
                data.put("version", baseline.plan().to());
                data.put("tab", baseline.plan().tab());
                data.put("headerRow", baseline.plan().headerRow());
                if (baseline.waiver().isPresent()) {
                    data.put("unprobed", true);
                }
            }
            case Request.Steer steer -> {
                kind = steer.steering().name().toLowerCase(Locale.ROOT);
                subject = steer.migrationId().toString();
                data.put("reason", steer.reason());
            }
        }
        return CloudEventRecords.write(
                request.spreadsheetId().value(),
                new CloudEventRecords.Envelope(request.requestId(), source, PREFIX + kind + ".v1", subject, time),
                data);
    }

    /**
     * @throws InvalidRequest when sender and spreadsheet are known but the content is wrong: answer with a rejection
     * @throws UnreadableRecord when it is no request at all: quarantine
     */
    public static Request decode(Headers headers, byte @Nullable [] value) {
        CloudEventRecords.Received event = CloudEventRecords.read(headers, value);
        String kind = CloudEventRecords.kind(event, PREFIX);
        return new Reader(event, kind, spreadsheetId(event.data())).read();
    }

    private static SpreadsheetId spreadsheetId(ObjectNode data) {
        if (!data.path("spreadsheetId").isTextual()) {
            throw new UnreadableRecord("\"spreadsheetId\" is missing or no text");
        }
        try {
            return new SpreadsheetId(data.path("spreadsheetId").textValue());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("\"spreadsheetId\": expected 1 to 128 characters of A-Z a-z 0-9 _ -");
        }
    }

    private record Reader(CloudEventRecords.Received event, String kind, SpreadsheetId spreadsheetId) {

        Request read() {
            return switch (kind) {
                case "migrate" -> {
                    onlyKeys("spreadsheetId", "requestedBy", "requireApproval", "unprobed", "plan");
                    MigrationPlan plan = plan();
                    yield new Request.Migrate(
                            event.id(),
                            spreadsheetId,
                            requestedBy(),
                            flag("requireApproval"),
                            plan,
                            PlanJson.checksum(plan),
                            waiver());
                }
                case "preview" -> {
                    onlyKeys("spreadsheetId", "requestedBy", "plan");
                    MigrationPlan plan = plan();
                    yield new Request.Preview(event.id(), spreadsheetId, requestedBy(), plan, PlanJson.checksum(plan));
                }
                case "verify" -> {
                    onlyKeys("spreadsheetId", "requestedBy", "plan");
                    MigrationPlan plan = plan();
                    yield new Request.Verify(event.id(), spreadsheetId, requestedBy(), plan, PlanJson.checksum(plan));
                }
                case "baseline" -> {
                    onlyKeys("spreadsheetId", "requestedBy", "name", "version", "tab", "headerRow", "unprobed");
                    MigrationPlan plan = baseline();
                    yield new Request.Baseline(
                            event.id(), spreadsheetId, requestedBy(), plan, PlanJson.checksum(plan), waiver());
                }
                default -> steer();
            };
        }

        private Request steer() {
            Optional<Request.Steering> steering = steering();
            if (steering.isEmpty()) {
                throw invalid(
                        "request kind \"" + CloudEventRecords.shortened(kind)
                                + "\": expected one of migrate, preview, verify, baseline, approve, pause, resume, cancel, rollback, restore");
            }
            onlyKeys("spreadsheetId", "requestedBy", "reason");
            try {
                return new Request.Steer(
                        event.id(),
                        spreadsheetId,
                        requestedBy(),
                        steering.get(),
                        MigrationId.parse(event.subject()),
                        text("reason", ""));
            } catch (IllegalArgumentException e) {
                throw invalid("ce_subject must be the migration's id (a UUID); found \""
                        + CloudEventRecords.shortened(event.subject()) + "\"");
            }
        }

        private MigrationPlan plan() {
            JsonNode json = event.data().path("plan");
            if (json.isMissingNode()) {
                throw invalid("\"plan\" is missing");
            }
            int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_PLAN_BYTES) {
                throw invalidPlan("the plan has " + bytes + " bytes: expected at most " + MOST_PLAN_BYTES);
            }
            try {
                MigrationPlan plan = PlanJson.fromJson(json);
                if (plan.isBaseline()) {
                    throw invalidPlan("spec.changes: expected at least 1 change");
                }
                return plan;
            } catch (InvalidPlan e) {
                throw invalidPlan(String.valueOf(e.getMessage()));
            }
        }

        private MigrationPlan baseline() {
            JsonNode data = event.data();
            try {
                return BaselinePlan.of(
                        data.path("tab").asText(),
                        data.path("headerRow").asInt(1),
                        data.path("version").asText(),
                        Optional.ofNullable(data.path("name").textValue()));
            } catch (InvalidPlan e) {
                throw invalid("\"tab\" and \"version\" (and \"name\", \"headerRow\"): " + e.getMessage());
            }
        }

        private Optional<Waiver> waiver() {
            return flag("unprobed") ? Optional.of(Waiver.UNPROBED) : Optional.empty();
        }

        private boolean flag(String key) {
            JsonNode value = event.data().path(key);
            if (value.isMissingNode() || value.isBoolean()) {
                return value.asBoolean(false);
            }
            throw invalid("\"" + key + "\": expected true or false");
        }

        private String requestedBy() {
            return text("requestedBy", UNKNOWN_SENDER);
        }

        private String text(String key, String absent) {
            JsonNode value = event.data().path(key);
            if (value.isMissingNode() || value.isNull()) {
                return absent;
            }
            if (!value.isTextual() || value.textValue().length() > 1000) {
                throw invalid("\"" + key + "\": expected a text of at most 1000 characters");
            }
            return value.textValue();
        }

        private void onlyKeys(String... allowed) {
            Set<String> unknown = new TreeSet<>();
            event.data().fieldNames().forEachRemaining(unknown::add);
            List.of(allowed).forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                throw invalid("unknown key(s) " + CloudEventRecords.shortened(unknown.toString()) + ": expected "
                        + Arrays.toString(allowed));
            }
        }

        private InvalidRequest invalid(String message) {
            return steered()
                    .map(about -> InvalidRequest.about(
                            about, event.id(), sender(), spreadsheetId, "invalid-request", message))
                    .orElseGet(
                            () -> new InvalidRequest(event.id(), sender(), spreadsheetId, "invalid-request", message));
        }

        private Optional<MigrationId> steered() {
            try {
                return steering().map(steering -> MigrationId.parse(event.subject()));
            } catch (IllegalArgumentException nobody) {
                return Optional.empty();
            }
        }

        private Optional<Request.Steering> steering() {
            return Arrays.stream(Request.Steering.values())
                    .filter(candidate ->
                            candidate.name().toLowerCase(Locale.ROOT).equals(kind))
                    .findFirst();
        }

        private InvalidRequest invalidPlan(String message) {
            return new InvalidRequest(event.id(), sender(), spreadsheetId, "invalid-plan", message);
        }

        private String sender() {
            return event.data().path("requestedBy").asText(UNKNOWN_SENDER);
        }
    }
}
