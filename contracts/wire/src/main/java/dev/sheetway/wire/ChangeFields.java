package dev.sheetway.wire;

import static dev.sheetway.wire.PlanFields.present;
import static dev.sheetway.wire.PlanFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.ConvertColumn.DateOrder;
import dev.sheetway.contracts.plan.ConvertColumn.DecimalMark;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The changes of a plan that satisfies the schema: each an object with one key, the kind. */
final class ChangeFields {
    private ChangeFields() {}

    static Change read(JsonNode change) {
        String kind = change.fieldNames().next();
        JsonNode node = change.path(kind);
        return switch (kind) {
            case "addColumn" -> addColumn(node);
            case "renameColumn" -> new RenameColumn(words(node, "from"), words(node, "to"));
            case "dropColumn" -> new DropColumn(words(node, "name"));
            case "convertColumn" -> convertColumn(node);
            case "backfill" ->
                new Backfill(
                        words(node, "column"),
                        words(node, "value"),
                        node.path("overwrite").asBoolean(false));
            case "setValidation" ->
                new SetValidation(
                        words(node, "column"), rule(node), node.path("strict").asBoolean(true));
            case "addTab" ->
                new AddTab(
                        words(node, "title"),
                        texts(node.path("headers")),
                        node.path("hidden").asBoolean(false));
            default -> throw new IllegalArgumentException("change \"" + kind + "\" passed the schema");
        };
    }

    private static AddColumn addColumn(JsonNode node) {
        return new AddColumn(
                words(node, "name"),
                type(node, "type"),
                text(node, "after"),
                text(node, "format"),
                text(node, "pattern"),
                text(node, "description"),
                present(node, "initial").map(ChangeFields::literal),
                node.path("adopt").asBoolean(false));
    }

    private static ConvertColumn convertColumn(JsonNode node) {
        return new ConvertColumn(
                words(node, "name"),
                type(node, "to"),
                text(node, "format"),
                text(node, "dateOrder")
                        .map(name ->
                                DateOrder.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .orElse(DateOrder.DAY_FIRST),
                text(node, "decimal")
                        .map(name -> DecimalMark.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(DecimalMark.POINT));
    }

    private static SetValidation.Rule rule(JsonNode node) {
        if (node.hasNonNull("pattern")) {
            return new SetValidation.Pattern(words(node, "pattern"));
        }
        return node.hasNonNull("oneOf")
                ? new SetValidation.OneOf(texts(node.path("oneOf")))
                : new SetValidation.Anything();
    }

    private static ColumnType type(JsonNode node, String key) {
        return ColumnType.valueOf(words(node, key).toUpperCase(Locale.ROOT));
    }

    private static Literal literal(JsonNode node) {
        if (node.isNumber()) {
            return new Literal.Number(node.doubleValue());
        }
        return node.isBoolean() ? new Literal.Bool(node.booleanValue()) : new Literal.Text(node.textValue());
    }

    private static String words(JsonNode node, String key) {
        return node.path(key).textValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }
}
