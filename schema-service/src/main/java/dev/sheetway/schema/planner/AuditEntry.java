package dev.sheetway.schema.planner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.NameBasedUuid;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.schema.mark.MarkJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of the audit trail.
 *
 * @param id the same for every attempt at the same effect
 * @param metadata valid JSON: the reference system printed a Python list into this cell, and no reader could parse it
 */
record AuditEntry(UUID id, Instant at, String action, String metadata) {

    /** The row of a step that writes it in its own batch. */
    static AuditEntry ofEffect(Task task, String action, String summary, List<String> columns) {
        ObjectNode json = describe(task, task.header().effectId().path(), summary);
        if (!columns.isEmpty()) {
            columns.forEach(json.putArray("columns")::add);
        }
        return new AuditEntry(id(task, task.header().effectId().path()), task.now(), action, json.toString());
    }

    /** The row of a step that only read. */
    static AuditEntry ofStep(Task task, CompletedStep step) {
        String path = step.step().wireName() + "/" + step.direction();
        return new AuditEntry(
                id(task, path + "/" + step.at()),
                step.at(),
                step.step().name(),
                describe(task, path, step.summary()).toString());
    }

    private static ObjectNode describe(Task task, String path, String summary) {
        return MarkJson.object()
                .put("migrationId", task.migrationId().toString())
                .put("effect", path)
                .put("plan", task.plan().name())
                .put("from", task.plan().from())
                .put("to", task.plan().to())
                .put("checksum", task.header().planChecksum())
                .put("summary", summary);
    }

    private static UUID id(Task task, String path) {
        return NameBasedUuid.version5(task.migrationId().value(), "audit/" + path);
    }
}
