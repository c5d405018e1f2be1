package dev.sheetway.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The event reference, an AsyncAPI 3 document, made from the types. */
final class AsyncApi {
    private static final String MESSAGES = "#/components/messages/";

    private final RecordSchemas schemas = new RecordSchemas();
    private final ObjectNode document = Json.mapper().createObjectNode();
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode messages;
    private final ObjectNode components;

    private AsyncApi() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Sheetway")
                .put("version", "1")
                .put(
                        "description",
                        "Schema migrations of Google Sheets as CloudEvents 1.0 over Kafka: binary mode is written, binary"
                                + " and structured mode are read. The key of every record is the spreadsheet id."
                                + " Made from the types by AsyncApiTest; see protocol.md for how to use it.");
        document.put("defaultContentType", "application/json");
        channels = document.putObject("channels");
        operations = document.putObject("operations");
        components = document.putObject("components");
        messages = components.putObject("messages");
    }

    static ObjectNode document() {
        return new AsyncApi().build();
    }

    private ObjectNode build() {
        requests();
        for (Participant participant : Participant.values()) {
            String name = participant.wireName();
            channel("commands-" + name, Topics.commands(participant), "send", commands(participant));
            channel("events-" + name, Topics.events(participant), "receive", flat("event", StepEvent.class));
        }
        channel("journal", Topics.JOURNAL, "send", flat("journal", JournalEntry.class));
        ObjectNode defined = components.putObject("schemas");
        defined.set("CloudEvent", cloudEvent());
        schemas.definitions().forEach(defined::set);
        return document;
    }

    /** What the orchestrator sends to, or receives from, a topic. */
    private void channel(String name, String topic, String action, List<String> kinds) {
        ObjectNode channel = channels.putObject(name).put("address", topic);
        ObjectNode of = channel.putObject("messages");
        kinds.forEach(kind -> of.putObject(kind).put("$ref", MESSAGES + kind));
        operations
                .putObject(action + "-" + name)
                .put("action", action)
                .putObject("channel")
                .put("$ref", "#/channels/" + name);
    }

    private void requests() {
        List<String> kinds = new ArrayList<>();
        for (String kind : List.of("migrate", "preview", "verify")) {
            ObjectNode payload = asked();
            optional(payload, "plan", MigrationPlan.class);
            payload.withArray("required").add("plan");
            if (kind.equals("migrate")) {
                optional(payload, "requireApproval", boolean.class);
                optional(payload, "unprobed", boolean.class);
            }
            kinds.add(message("request", kind, payload));
        }
        ObjectNode baseline = asked();
        for (String text : List.of("tab", "version", "name")) {
            optional(baseline, text, String.class);
        }
        optional(baseline, "headerRow", int.class);
        baseline.withArray("required").add("tab").add("version");
        kinds.add(message("request", "baseline", baseline));
        for (Request.Steering steering : Request.Steering.values()) {
            ObjectNode payload = asked();
            optional(payload, "reason", String.class);
            kinds.add(message("request", steering.name().toLowerCase(Locale.ROOT), payload));
        }
        channel("requests", Topics.REQUESTS, "receive", kinds);
    }

    private ObjectNode asked() {
        ObjectNode payload = RecordSchemas.object();
        optional(payload, "spreadsheetId", SpreadsheetId.class);
        optional(payload, "requestedBy", String.class);
        payload.withArray("required").add("spreadsheetId");
        return payload;
    }

    private void optional(ObjectNode payload, String name, Class<?> type) {
        ((ObjectNode) payload.path("properties")).set(name, schemas.of(type));
    }

    private List<String> commands(Participant participant) {
        Map<String, Class<? extends Command>> types = WireNames.permitted(Command.class);
        return Arrays.stream(CommandType.values())
                .filter(type -> type.participant() == participant)
                .map(type -> message("command", type.wireName(), schemas.flat(types.get(type.wireName()))))
                .toList();
    }

    private List<String> flat(String family, Class<?> sealed) {
        return RecordSchemas.permitted(sealed).stream()
                .map(type -> message(family, WireNames.of(type), schemas.flat(type)))
                .toList();
    }

    /** @return its key in the document */
    private String message(String family, String kind, ObjectNode payload) {
        String key = family + "." + kind;
        ObjectNode message = messages.putObject(key).put("name", "sheetway." + key + ".v1");
        message.putObject("headers").put("$ref", "#/components/schemas/CloudEvent");
        message.set("payload", payload);
        return key;
    }

    private ObjectNode cloudEvent() {
        ObjectNode schema = RecordSchemas.object();
        for (String name : List.of("ce_id", "ce_source", "ce_type", "ce_time", "content-type", "traceparent")) {
            optional(schema, name, String.class);
        }
        ((ObjectNode) schema.path("properties")).putObject("ce_specversion").put("const", "1.0");
        optional(schema, "ce_subject", MigrationId.class);
        schema.withArray("required")
                .add("ce_specversion")
                .add("ce_id")
                .add("ce_source")
                .add("ce_type");
        return schema;
    }
}
