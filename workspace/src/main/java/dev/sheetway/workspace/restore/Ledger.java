package dev.sheetway.workspace.restore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.google.EffectRecords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The batches of one restore that are on the sheet, as their records tell: each has an epoch of its own, in order and
 * without a gap, because the next one is sent only when the one before has its record. The last one is the end.
 */
final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EffectId first;
    private final List<JsonNode> details = new ArrayList<>();

    private Ledger(EffectId first) {
        this.first = first;
    }

    static Ledger read(Workbook book, EffectId first) {
        Ledger ledger = new Ledger(first);
        Optional<EffectRecord> record = EffectRecords.of(book, ledger.next());
        while (record.isPresent()) {
            ledger.applied(record.get().detail());
            record = EffectRecords.of(book, ledger.next());
        }
        return ledger;
    }

    /** The effect of the batch that comes next. */
    EffectId next() {
        return new EffectId(first.migrationId(), first.step(), first.direction(), first.epoch() + details.size());
    }

    void applied(String detail) {
        try {
            details.add(JSON.readTree(detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the record of effect " + next() + " is not one of a restore", e);
        }
    }

    /** What the restore ended with; empty while it is under way. */
    Optional<Restoration.Result> end() {
        return details.stream()
                .filter(each -> each.path("restore").asText().equals("end"))
                .findFirst()
                .map(each -> new Restoration.Result(
                        each.path("cells").asLong(),
                        each.path("changed").asLong(),
                        texts(each.path("before")),
                        each.path("unlike").asInt()));
    }

    /** Cells written so far. */
    long changed() {
        return details.stream().mapToLong(each -> each.path("cells").asLong()).sum();
    }

    /** Where that stands which stood there before the batches so far. */
    List<String> before() {
        Set<String> places = new LinkedHashSet<>();
        details.forEach(each -> places.addAll(texts(each.path("before"))));
        return List.copyOf(places);
    }

    static String batch(long cells, List<String> before) {
        ObjectNode detail = JSON.createObjectNode().put("restore", "batch").put("cells", cells);
        before.forEach(detail.withArray("before")::add);
        return detail.toString();
    }

    static String end(Restoration.Result result) {
        ObjectNode detail = JSON.createObjectNode()
                .put("restore", "end")
                .put("cells", result.cells())
                .put("changed", result.changed())
                .put("unlike", result.unlike());
        result.before().forEach(detail.withArray("before")::add);
        return detail.toString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
