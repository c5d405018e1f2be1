package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;

/** A change as it stands in a plan file, defaults filled in. */
final class ChangeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ChangeJson() {}

    static ObjectNode of(Change change) {
        ObjectNode node = NODES.objectNode();
        switch (change) {
            case AddColumn column -> addColumn(column, node.putObject("addColumn"));
            case RenameColumn rename ->
                node.putObject("renameColumn").put("from", rename.from()).put("to", rename.to());
            case DropColumn drop -> node.putObject("dropColumn").put("name", drop.name());
            case ConvertColumn convert -> convertColumn(convert, node.putObject("convertColumn"));
            case Backfill fill ->
                node.putObject("backfill")
                        .put("column", fill.column())
                        .put("value", fill.value())
                        .put("overwrite", fill.overwrite());
            case SetValidation validation -> setValidation(validation, node.putObject("setValidation"));
            case AddTab tab -> {
                ObjectNode detail = node.putObject("addTab").put("title", tab.title());
                tab.headers().forEach(detail.putArray("headers")::add);
                detail.put("hidden", tab.hidden());
            }
        }
        return node;
    }

    private static void addColumn(AddColumn column, ObjectNode detail) {
        detail.put("name", column.name()).put("type", column.type().wireName());
        column.after().ifPresent(after -> detail.put("after", after));
        column.format().ifPresent(format -> detail.put("format", format));
        column.pattern().ifPresent(pattern -> detail.put("pattern", pattern));
        column.description().ifPresent(description -> detail.put("description", description));
        column.initial().ifPresent(initial -> detail.set("initial", literal(initial)));
        if (column.adopt()) {
            detail.put("adopt", true);
        }
    }

    private static void convertColumn(ConvertColumn convert, ObjectNode detail) {
        detail.put("name", convert.name()).put("to", convert.to().wireName());
        convert.format().ifPresent(format -> detail.put("format", format));
        detail.put("dateOrder", convert.dateOrder().wireName())
                .put("decimal", convert.decimal().wireName());
    }

    private static void setValidation(SetValidation validation, ObjectNode detail) {
        detail.put("column", validation.column());
        switch (validation.rule()) {
            case SetValidation.Pattern pattern -> detail.put("pattern", pattern.regex());
            case SetValidation.OneOf oneOf -> oneOf.values().forEach(detail.putArray("oneOf")::add);
            case SetValidation.Anything anything -> detail.put("remove", true);
        }
        detail.put("strict", validation.strict());
    }

    private static JsonNode literal(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> NODES.textNode(text.value());
            case Literal.Bool bool -> NODES.booleanNode(bool.value());
            case Literal.Number number ->
                number.value() == Math.rint(number.value()) && Math.abs(number.value()) < 1e15
                        ? NODES.numberNode((long) number.value())
                        : NODES.numberNode(number.value());
        };
    }
}
