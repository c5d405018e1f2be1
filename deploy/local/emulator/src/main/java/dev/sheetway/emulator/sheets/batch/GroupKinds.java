package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Group;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.sheets.SheetJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Groups of rows and columns. A group at depth d is a longest stretch of entries that are at least d deep; adding deepens the
 * entries of a range by one, deleting does the opposite. This gives every example of the documentation [DISC].
 */
final class GroupKinds {

    private GroupKinds() {}

    /** Also sets {@code rowGroupControlAfter} or its twin, which then stays [REC]. */
    static Optional<ObjectNode> add(BatchContext batch, ObjectNode request) {
        DimensionKinds.Range range = range(batch, BatchContext.object(request, "range"));
        deepen(range, 1);
        range.sheet().look().put(range.rows() ? "rowGroupControlAfter" : "columnGroupControlAfter", true);
        return Optional.of(reply(range));
    }

    static Optional<ObjectNode> delete(BatchContext batch, ObjectNode request) {
        DimensionKinds.Range range = range(batch, BatchContext.object(request, "range"));
        int[] depths = depths(range);
        boolean grouped = false;
        for (int i = range.start(); i < range.end(); i++) {
            grouped |= depths[i] > 0;
        }
        if (!grouped) {
            throw ApiException.invalid("No dimension group with the specified range exists.");
        }
        deepen(range, -1);
        return Optional.of(reply(range));
    }

    static void update(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "dimensionGroup");
        DimensionKinds.Range range = range(batch, BatchContext.object(json, "range"));
        FieldMask mask = FieldMask.parse(request.path("fields").asText()).check("DimensionGroup");
        int depth = json.path("depth").asInt();
        List<Group> groups = range.sheet().groups(range.rows());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.start() == range.start() && group.end() == range.end() && group.depth() == depth) {
                boolean collapsed =
                        mask.selects("collapsed") ? json.path("collapsed").asBoolean() : group.collapsed();
                groups.set(i, new Group(group.start(), group.end(), depth, collapsed));
                return;
            }
        }
        throw ApiException.invalid("No dimension group with the specified range and depth exists.");
    }

    private static DimensionKinds.Range range(BatchContext batch, JsonNode json) {
        DimensionKinds.Range range = DimensionKinds.Range.of(batch, json);
        if (range.count() <= 0 || range.end() > range.size()) {
            throw ApiException.invalid("range must lie inside the grid.");
        }
        return range;
    }

    private static int[] depths(DimensionKinds.Range range) {
        int[] depths = new int[range.size()];
        for (Group group : range.sheet().groups(range.rows())) {
            for (int i = group.start(); i < group.end(); i++) {
                depths[i] = Math.max(depths[i], group.depth());
            }
        }
        return depths;
    }

    private static void deepen(DimensionKinds.Range range, int by) {
        int[] depths = depths(range);
        for (int i = range.start(); i < range.end(); i++) {
            depths[i] = Math.max(0, depths[i] + by);
        }
        List<Group> before = List.copyOf(range.sheet().groups(range.rows()));
        List<Group> after = new ArrayList<>();
        for (int start = 0; start < depths.length; start++) {
            int outer = start == 0 ? 0 : depths[start - 1];
            for (int depth = outer + 1; depth <= depths[start]; depth++) {
                int end = start;
                while (end < depths.length && depths[end] >= depth) {
                    end++;
                }
                boolean collapsed = before.contains(new Group(start, end, depth, true));
                after.add(new Group(start, end, depth, collapsed));
            }
        }
        range.sheet().groups(range.rows()).clear();
        range.sheet().groups(range.rows()).addAll(after);
    }

    private static ObjectNode reply(DimensionKinds.Range range) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        List<Group> groups = range.sheet().groups(range.rows());
        if (!groups.isEmpty()) {
            ArrayNode list = reply.putArray("dimensionGroups");
            groups.forEach(group -> list.add(SheetJson.group(group, range.sheet(), range.rows())));
        }
        return reply;
    }
}
