package dev.sheetway.emulator.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many requests of which method arrived, also those that were then refused. Several threads call. */
public final class Counts {

    private record Key(String spreadsheetId, String method, boolean write) {}

    private final Map<Key, Integer> counts = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();

    synchronized void add(String spreadsheetId, String method, boolean write) {
        open.merge(spreadsheetId, 1, Integer::sum);
        counts.merge(new Key(spreadsheetId, method, write), 1, Integer::sum);
    }

    /** A request was handled to its end, whoever still waits for the answer. */
    synchronized void ended(String spreadsheetId) {
        open.computeIfPresent(spreadsheetId, (id, requests) -> requests == 1 ? null : requests - 1);
    }

    /** {@code {"total","reads","writes","open","methods":{...}}}, of one spreadsheet or of all. */
    public synchronized ObjectNode json(@Nullable String spreadsheetId) {
        TreeMap<String, Integer> methods = new TreeMap<>();
        int reads = 0;
        int writes = 0;
        for (Map.Entry<Key, Integer> entry : counts.entrySet()) {
            if (spreadsheetId != null && !spreadsheetId.equals(entry.getKey().spreadsheetId())) {
                continue;
            }
            methods.merge(entry.getKey().method(), entry.getValue(), Integer::sum);
            reads += entry.getKey().write() ? 0 : entry.getValue();
            writes += entry.getKey().write() ? entry.getValue() : 0;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total", reads + writes).put("reads", reads).put("writes", writes);
        json.put(
                "open",
                spreadsheetId == null
                        ? open.values().stream().mapToInt(Integer::intValue).sum()
                        : open.getOrDefault(spreadsheetId, 0));
        ObjectNode byMethod = json.putObject("methods");
        methods.forEach(byMethod::put);
        return json;
    }

    /** What is being handled goes on to be counted as open. */
    public synchronized void clear() {
        counts.clear();
    }
}
