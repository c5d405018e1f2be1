package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.output.Table;
import dev.sheetway.wire.Json;
import java.util.List;

/** Evidence as JSON and as a table. */
final class EvidenceText {
    private static final String NONE = "no live evidence";

    private EvidenceText() {}

    /** {@code [{"truth","proven","source","topic","partition","offset"}]}. */
    static ArrayNode json(List<Evidence> evidence) {
        ArrayNode array = Json.mapper().createArrayNode();
        evidence.forEach(each -> {
            ObjectNode json =
                    array.addObject().put("truth", each.truth().sentence()).put("proven", each.proven());
            each.proof()
                    .ifPresentOrElse(
                            proof -> json.put("source", proof.source())
                                    .put("topic", proof.place().topic())
                                    .put("partition", proof.place().partition())
                                    .put("offset", proof.place().offset()),
                            () -> json.put("source", NONE)
                                    .putNull("topic")
                                    .putNull("partition")
                                    .putNull("offset"));
        });
        return array;
    }

    static String table(List<Evidence> evidence) {
        Table table = new Table("TRUTH", "SOURCE", "JOURNAL", "WHAT");
        evidence.forEach(each -> table.row(
                each.truth().sentence(),
                each.proof().map(Evidence.Proof::source).orElse(NONE),
                each.proof().map(proof -> proof.place().toString()).orElse(""),
                each.proof().map(Evidence.Proof::detail).orElse("")));
        return table.toString();
    }
}
