package dev.sheetway.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.CallCount;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.wire.Json;

/** A migration as {@code --output json} shows it. */
public final class MigrationJson {
    private MigrationJson() {}

    /** With its steps. */
    public static ObjectNode detailed(MigrationView migration) {
        ObjectNode json = summary(migration);
        ArrayNode steps = json.putArray("steps");
        migration.steps().forEach(step -> steps.add(step(step)));
        json.set("calls", calls(migration.calls()));
        return json;
    }

    /** Without its steps. */
    public static ObjectNode summary(MigrationView migration) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("migrationId", migration.id().toString());
        json.put("spreadsheetId", migration.spreadsheetId().value());
        json.put("kind", migration.kind());
        json.put("planName", migration.planName());
        json.put("planChecksum", migration.planChecksum());
        migration.accepted().ifPresent(accepted -> json.put(
                        "from", accepted.plan().from())
                .put("to", accepted.plan().to())
                .put("requestId", accepted.requestId())
                .put("requestedBy", accepted.requestedBy()));
        json.put("outcome", migration.outcome().wireName());
        json.put("state", migration.entries().getLast().entry().header().state());
        json.put("noop", migration.isNoop());
        migration.backupsKeptUntil().ifPresent(until -> json.put("backupsKeptUntil", until.toString()));
        migration.backupsRemovedAt().ifPresent(at -> json.put("backupsRemovedAt", at.toString()));
        json.put("reason", migration.reason());
        json.put("since", migration.since().toString());
        json.put("until", migration.until().toString());
        place(json, migration.entries().getLast().place());
        json.put("firstOffset", migration.entries().getFirst().place().offset());
        return json;
    }

    private static ObjectNode step(StepView step) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("step", step.step().wireName());
        json.put("direction", step.direction().name());
        json.put("state", step.state().wireName());
        json.put("attempts", step.attempts());
        step.duration().ifPresent(duration -> json.put("durationMs", duration.toMillis()));
        json.set("calls", calls(step.calls()));
        json.put("summary", step.summary());
        step.result().ifPresent(result -> json.set("result", Json.mapper().valueToTree(result)));
        step.failure().ifPresent(failure -> json.set("failure", Json.mapper().valueToTree(failure)));
        place(json, step.place());
        return json;
    }

    /** {@code untold} attempts are not in the figures. */
    private static ObjectNode calls(CallCount count) {
        return Json.mapper()
                .createObjectNode()
                .put("total", count.calls().total())
                .put("reads", count.calls().reads())
                .put("writes", count.calls().writes())
                .put("untold", count.untold());
    }

    private static void place(ObjectNode json, Recorded.Place place) {
        json.put("topic", place.topic()).put("partition", place.partition()).put("offset", place.offset());
    }
}
