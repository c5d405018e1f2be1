package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.output.Table;
import dev.sheetway.cli.quarantine.Bytes;
import dev.sheetway.cli.quarantine.Place;
import dev.sheetway.cli.quarantine.Quarantined;
import dev.sheetway.wire.Json;
import java.util.List;
import org.apache.kafka.common.header.Header;

/** The quarantine for people and programs. */
final class QuarantineText {
    private QuarantineText() {}

    static String list(List<Quarantined> all) {
        if (all.isEmpty()) {
            return "nothing is in quarantine";
        }
        Table table = new Table("RECORD", "SINCE", "CAME FROM", "REASON");
        all.forEach(
                each -> table.row(each.place().toString(), each.at().toString(), source(each), reason(each.reason())));
        return table.toString();
    }

    private static String source(Quarantined kept) {
        return kept.source().map(Place::toString).map(Bytes::escaped).orElse("?");
    }

    /** Reasons may quote what a stranger sent. */
    static String reason(String text) {
        return Bytes.escaped(text);
    }

    static String show(Quarantined kept) {
        StringBuilder text = new StringBuilder()
                .append("record     ")
                .append(kept.place())
                .append("\nsince      ")
                .append(kept.at())
                .append("\ncame from  ")
                .append(source(kept))
                .append("\nreason     ")
                .append(reason(kept.reason()))
                .append("\nkey        ")
                .append(Bytes.line(kept.record().key()));
        for (Header header : kept.headers()) {
            text.append("\nheader     ")
                    .append(Bytes.escaped(header.key()))
                    .append(": ")
                    .append(Bytes.line(header.value()));
        }
        byte[] value = kept.record().value();
        return value == null
                ? text.append("\nvalue      null").toString()
                : text.append("\nvalue      ")
                        .append(value.length)
                        .append(" bytes\n")
                        .append(Bytes.hex(value))
                        .toString();
    }

    /** {@code [{"record","at","sourceTopic","sourcePartition","sourceOffset","reason","bytes"}]}. */
    static ArrayNode json(List<Quarantined> all) {
        ArrayNode array = Json.mapper().createArrayNode();
        all.forEach(each -> array.add(summary(each)));
        return array;
    }

    private static ObjectNode summary(Quarantined kept) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("record", kept.place().toString()).put("at", kept.at().toString());
        kept.source().ifPresent(source -> node.put("sourceTopic", source.topic())
                .put("sourcePartition", source.partition())
                .put("sourceOffset", source.offset()));
        byte[] value = kept.record().value();
        return node.put("reason", kept.reason()).put("bytes", value == null ? 0 : value.length);
    }

    /** The summary with {@code key}, {@code headers} and {@code value} in Base64. */
    static ObjectNode whole(Quarantined kept) {
        ObjectNode node = summary(kept);
        node.put("key", kept.record().key()).put("value", kept.record().value());
        ArrayNode headers = node.putArray("headers");
        for (Header header : kept.headers()) {
            headers.addObject().put("name", header.key()).put("value", header.value());
        }
        return node;
    }
}
