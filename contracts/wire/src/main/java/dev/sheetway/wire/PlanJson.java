package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.SmokeAssertion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Plans as JSON, in the shape of plan files. */
public final class PlanJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanJson() {}

    /** @throws InvalidPlan when the plan cannot be used */
    public static MigrationPlan fromJson(JsonNode json) {
        return fromJson(json, "plan");
    }

    /**
     * A plan of a command or of the journal: it was accepted once, and a rule that came later must not make it unreadable.
     *
     * @throws InvalidPlan when it has not the shape of a plan
     */
    static MigrationPlan accepted(JsonNode json) {
        List<PlanProblem> problems = shape(json);
        if (!problems.isEmpty()) {
            throw new InvalidPlan("plan", problems);
        }
        return PlanFields.read(json);
    }

    private static List<PlanProblem> shape(JsonNode json) {
        List<PlanProblem> problems = new ArrayList<>(PlanSchema.problems(json));
        if (isBaseline(json)) {
            problems.removeIf(problem -> problem.path().equals("/spec/changes"));
        }
        return problems;
    }

    static MigrationPlan fromJson(JsonNode json, String sourceName) {
        List<PlanProblem> problems = shape(json);
        if (problems.isEmpty()) {
            problems.addAll(PlanLint.problems(json));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(PlanProblem::line).thenComparingInt(PlanProblem::column));
            throw new InvalidPlan(sourceName, problems);
        }
        return PlanFields.read(json);
    }

    /** A baseline's plan is never written by people; it stands for "the sheet as it is". */
    private static boolean isBaseline(JsonNode json) {
        JsonNode changes = json.path("spec").path("changes");
        return changes.isArray()
                && changes.isEmpty()
                && json.path("metadata").path("from").asText().equals(MigrationPlan.UNVERSIONED);
    }

    /** The whole plan with its defaults, keys in a fixed order. */
    public static ObjectNode toJson(MigrationPlan plan) {
        ObjectNode json = NODES.objectNode();
        json.put("apiVersion", "sheetway.dev/v1").put("kind", "MigrationPlan");
        json.putObject("metadata")
                .put("name", plan.name())
                .put("from", plan.from())
                .put("to", plan.to())
                .put("description", plan.description());
        ObjectNode spec = json.putObject("spec");
        spec.put("tab", plan.tab()).put("headerRow", plan.headerRow());
        spec.put("keyColumn", plan.keyColumn().orElse(null));
        plan.expect()
                .ifPresentOrElse(
                        expect -> {
                            ObjectNode node = spec.putObject("expect");
                            expect.columns().ifPresent(columns -> node.put("columns", columns));
                            if (!expect.headers().isEmpty()) {
                                expect.headers().forEach(node.putArray("headers")::add);
                            }
                        },
                        () -> spec.putNull("expect"));
        ObjectNode backup = spec.putObject("backup")
                .put("strategy", plan.backup().strategy().wireName())
                .put(
                        "fallback",
                        plan.backup()
                                .fallback()
                                .map(fallback -> fallback.wireName())
                                .orElse(null))
                .put("folderId", plan.backup().folderId().orElse(null))
                .put("maxAge", plan.backup().maxAge().toString());
        // left away where it is not used: such a plan keeps the checksum that it had before there was a retention
        plan.backup().retention().ifPresent(retention -> backup.put("retention", retention.toString()));
        ArrayNode changes = spec.putArray("changes");
        plan.changes().forEach(change -> changes.add(ChangeJson.of(change)));
        ObjectNode smoke = spec.putObject("smoke");
        new TreeMap<>(plan.smoke()).forEach((version, suite) -> {
            ArrayNode assertions = smoke.putArray(version);
            suite.forEach(assertion -> assertions.add(assertion(assertion)));
        });
        plan.audit().ifPresentOrElse(tab -> spec.putObject("audit").put("tab", tab), () -> spec.putNull("audit"));
        spec.putObject("rollback")
                .put("automatic", plan.rollback().automatic())
                .put("window", plan.rollback().window().toString());
        spec.put("probation", plan.probation().toString());
        spec.putObject("notify").put("webhook", plan.webhook().orElse(null));
        return json;
    }

    private static ObjectNode assertion(SmokeAssertion assertion) {
        return NODES.objectNode()
                .put("name", assertion.name())
                .put(assertion.scope().wireName(), assertion.expression());
    }

    /** {@code sha256:} and the hex digest of the canonical JSON (keys sorted) with defaults filled in. */
    public static String checksum(MigrationPlan plan) {
        try {
            byte[] canonical = sorted(toJson(plan)).toString().getBytes(StandardCharsets.UTF_8);
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException everyJdkHasSha256) {
            throw new IllegalStateException(everyJdkHasSha256);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return NODES.objectNode().setAll(fields);
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }
}
