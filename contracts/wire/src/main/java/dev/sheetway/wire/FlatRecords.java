package dev.sheetway.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/** Records with a {@code header} component, whose fields stand beside the record's own on the wire. */
final class FlatRecords {
    private FlatRecords() {}

    static ObjectNode write(Record value) {
        ObjectNode nested = Json.mapper().valueToTree(value);
        ObjectNode flat = (ObjectNode) nested.remove("header");
        flat.setAll(nested);
        return flat;
    }

    static <T> T read(
            Map<String, Class<? extends T>> types, String kind, Class<? extends Record> header, ObjectNode flat) {
        Class<? extends T> type = types.get(kind);
        if (type == null) {
            throw new UnreadableRecord("kind \"" + CloudEventRecords.shortened(kind) + "\": expected one of "
                    + types.keySet().stream().sorted().toList());
        }
        ObjectNode nested = flat.deepCopy();
        ObjectNode head = nested.putObject("header");
        for (RecordComponent component : header.getRecordComponents()) {
            if (flat.has(component.getName())) {
                head.set(component.getName(), flat.get(component.getName()));
            }
        }
        try {
            T value = Json.mapper().treeToValue(nested, type);
            requireComplete(value, type.getSimpleName());
            return value;
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            // Jackson's message may quote the payload: only the place is told
            String where = e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                    ? mapping.getPathReference().replaceAll("[\\w.$]+\\[", "[")
                    : "";
            throw new UnreadableRecord(kind + ": a field is missing or of the wrong type " + where, e);
        }
    }

    /** Jackson leaves absent components null; a record of ours has none. */
    private static void requireComplete(Object value, String where) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part;
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                part = accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            if (part == null) {
                throw new UnreadableRecord(where + ": \"" + component.getName() + "\" is missing");
            }
            if (part instanceof Record record
                    && record.getClass().getPackageName().startsWith("dev.sheetway.contracts")) {
                requireComplete(record, component.getName());
            }
        }
    }
}
