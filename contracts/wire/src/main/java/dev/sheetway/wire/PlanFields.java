package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.Expectation;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RollbackPolicy;
import dev.sheetway.contracts.plan.SmokeAssertion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The fields of a plan that satisfies the schema, with their defaults. */
final class PlanFields {
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration ONE_WEEK = Duration.ofDays(7);

    private PlanFields() {}

    static MigrationPlan read(JsonNode json) {
        JsonNode metadata = json.path("metadata");
        JsonNode spec = json.path("spec");
        List<Change> changes = new ArrayList<>();
        spec.path("changes").forEach(change -> changes.add(ChangeFields.read(change)));
        return new MigrationPlan(
                metadata.path("name").textValue(),
                metadata.path("from").textValue(),
                metadata.path("to").textValue(),
                metadata.path("description").asText(""),
                spec.path("tab").textValue(),
                spec.path("headerRow").asInt(1),
                text(spec, "keyColumn"),
                present(spec, "expect").map(PlanFields::expectation),
                backup(spec.path("backup")),
                changes,
                smoke(spec.path("smoke")),
                present(spec, "audit").map(audit -> audit.path("tab").textValue()),
                new RollbackPolicy(
                        spec.path("rollback").path("automatic").asBoolean(true),
                        duration(spec.path("rollback"), "window", ONE_WEEK)),
                duration(spec, "probation", ONE_DAY),
                text(spec.path("notify"), "webhook"));
    }

    private static Expectation expectation(JsonNode node) {
        List<String> headers = new ArrayList<>();
        node.path("headers").forEach(header -> headers.add(header.textValue()));
        JsonNode columns = node.path("columns");
        return new Expectation(columns.isInt() ? OptionalInt.of(columns.intValue()) : OptionalInt.empty(), headers);
    }

    private static BackupPolicy backup(JsonNode node) {
        return new BackupPolicy(
                text(node, "strategy").map(PlanFields::strategy).orElse(BackupPolicy.Strategy.DRIVE_COPY),
                text(node, "fallback").map(PlanFields::strategy),
                text(node, "folderId"),
                duration(node, "maxAge", ONE_HOUR),
                text(node, "retention").map(Duration::parse));
    }

    private static BackupPolicy.Strategy strategy(String wireName) {
        return BackupPolicy.Strategy.valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Map<String, List<SmokeAssertion>> smoke(JsonNode node) {
        Map<String, List<SmokeAssertion>> suites = new TreeMap<>();
        node.properties().forEach(suite -> {
            List<SmokeAssertion> assertions = new ArrayList<>();
            suite.getValue().forEach(assertion -> assertions.add(assertion(assertion)));
            suites.put(suite.getKey(), assertions);
        });
        return suites;
    }

    private static SmokeAssertion assertion(JsonNode node) {
        SmokeAssertion.Scope scope = node.has("rows") ? SmokeAssertion.Scope.ROWS : SmokeAssertion.Scope.HEADER;
        return new SmokeAssertion(
                node.path("name").textValue(),
                scope,
                node.path(scope.wireName()).textValue());
    }

    static Optional<JsonNode> present(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    static Optional<String> text(JsonNode node, String key) {
        return present(node, key).map(JsonNode::textValue);
    }

    private static Duration duration(JsonNode node, String key, Duration absent) {
        return text(node, key).map(Duration::parse).orElse(absent);
    }
}
