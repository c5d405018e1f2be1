package dev.sheetway.emulator.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Styles;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Formats, rules and the like, each stored once for all spreadsheets. Only grows. */
public final class StyleTable implements Styles {

    private final MVMap<Integer, String> stored;
    private final ConcurrentHashMap<ObjectNode, Integer> ids = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, ObjectNode> styles = new ConcurrentHashMap<>();

    StyleTable(MVStore mv) {
        stored = mv.openMap("styles");
        stored.forEach((id, text) -> remember(id, EmulatorStore.parse(text)));
        styles.put(0, JsonNodeFactory.instance.objectNode());
    }

    @Override
    public synchronized int idOf(ObjectNode style) {
        if (style.isEmpty()) {
            return 0;
        }
        Integer known = ids.get(style);
        if (known != null) {
            return known;
        }
        // normalised through text, so that a number compares equal before and after a restart
        ObjectNode own = EmulatorStore.parse(style.toString());
        known = ids.get(own);
        if (known != null) {
            return known;
        }
        int id = ids.size() + 1;
        stored.put(id, own.toString());
        remember(id, own);
        return id;
    }

    private void remember(int id, ObjectNode style) {
        ids.put(style, id);
        styles.put(id, style);
    }

    @Override
    public ObjectNode style(int id) {
        ObjectNode style = styles.get(id);
        if (style == null) {
            throw new IllegalStateException("no style has id " + id);
        }
        return style;
    }
}
