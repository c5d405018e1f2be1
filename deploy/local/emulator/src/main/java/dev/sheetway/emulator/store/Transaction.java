package dev.sheetway.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Cells;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.RowCodec;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.grid.Styles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One request's view of the store. Changes stay in memory until {@link #commit}; closing without it drops them. Used by one
 * thread.
 */
public final class Transaction implements Cells, AutoCloseable {

    private static final String NEXT_UID = "nextSheetUid";

    private final EmulatorStore store;
    private final boolean writing;
    private final HashMap<Long, Row> rows = new HashMap<>();
    private final LinkedHashMap<String, Optional<SpreadsheetModel>> models = new LinkedHashMap<>();
    private final LinkedHashMap<String, Optional<ObjectNode>> files = new LinkedHashMap<>();
    private final HashMap<String, String> documents = new HashMap<>();
    /** Sheets that are copies of others, by storage id; their rows are copied at the commit, or before the source changes. */
    private final HashMap<Integer, Integer> copies = new HashMap<>();

    Transaction(EmulatorStore store, boolean writing) {
        this.store = store;
        this.writing = writing;
    }

    /** The structure of a spreadsheet, or empty. In a write transaction it is a working copy that the commit keeps. */
    public Optional<SpreadsheetModel> spreadsheet(String id) {
        Optional<SpreadsheetModel> changed = models.get(id);
        if (changed != null) {
            return changed;
        }
        SpreadsheetModel committed = store.model(id);
        if (committed == null || !writing) {
            return Optional.ofNullable(committed);
        }
        Optional<SpreadsheetModel> copy = Optional.of(committed.copy());
        models.put(id, copy);
        return copy;
    }

    public void putSpreadsheet(SpreadsheetModel model) {
        models.put(model.id(), Optional.of(model));
    }

    /** Removes a spreadsheet with its cells. */
    public void dropSpreadsheet(String id) {
        spreadsheet(id).ifPresent(model -> model.sheets().forEach(sheet -> dropSheet(sheet.uid())));
        models.put(id, Optional.empty());
    }

    /** A file entry; must not be changed, only replaced by {@link #putFile}. */
    public Optional<ObjectNode> file(String id) {
        Optional<ObjectNode> changed = files.get(id);
        return changed != null ? changed : Optional.ofNullable(store.files().get(id));
    }

    public void putFile(String id, ObjectNode entry) {
        files.put(id, Optional.of(entry));
    }

    public void dropFile(String id) {
        files.put(id, Optional.empty());
    }

    /** All file entries, in no particular order. */
    public Collection<ObjectNode> files() {
        if (files.isEmpty()) {
            return store.files().values();
        }
        TreeMap<String, ObjectNode> all = new TreeMap<>(store.files());
        files.forEach((id, entry) -> entry.ifPresentOrElse(e -> all.put(id, e), () -> all.remove(id)));
        return all.values();
    }

    /** A small named document of the emulator itself, or null. */
    public @Nullable String document(String name) {
        String changed = documents.get(name);
        return changed != null ? changed : store.document(name);
    }

    public void putDocument(String name, String text) {
        documents.put(name, text);
    }

    public Styles styles() {
        return store.styles();
    }

    static long key(int sheetUid, int rowId) {
        return ((long) sheetUid << 32) | rowId;
    }

    @Override
    public Row row(int sheetUid, int rowId) {
        long key = key(sheetUid, rowId);
        Row changed = rows.isEmpty() ? null : rows.get(key);
        if (changed != null) {
            return changed;
        }
        Integer original = copies.isEmpty() ? null : copies.get(sheetUid);
        if (original != null) {
            return row(original, rowId);
        }
        byte[] stored = store.rows().get(key);
        return stored == null ? Row.EMPTY : RowCodec.decode(stored);
    }

    @Override
    public void put(int sheetUid, int rowId, Row row) {
        if (!writing) {
            throw new IllegalStateException("a read transaction must not write");
        }
        if (copies.containsValue(sheetUid)) {
            List.copyOf(copies.keySet()).stream()
                    .filter(copy -> copies.getOrDefault(copy, -1) == sheetUid)
                    .forEach(this::materialise);
        }
        rows.put(key(sheetUid, rowId), row);
    }

    private void materialise(int copyUid) {
        Integer original = copies.remove(copyUid);
        if (original != null) {
            for (long key : keys(store.rows(), original)) {
                long target = key(copyUid, (int) key);
                rows.computeIfAbsent(target, k -> row(original, (int) key));
            }
        }
    }

    @Override
    public int[] formulaRows(int sheetUid) {
        IntStream.Builder ids = IntStream.builder();
        int stored = copies.getOrDefault(sheetUid, sheetUid);
        keys(store.formulaRows(), stored).forEach(key -> {
            if (!rows.containsKey(key(sheetUid, (int) (long) key))) {
                ids.add((int) (long) key);
            }
        });
        rows.forEach((key, row) -> {
            if (key >> 32 == sheetUid && row.hasFormula()) {
                ids.add((int) (long) key);
            }
        });
        return ids.build().toArray();
    }

    static List<Long> keys(MVMap<Long, byte[]> map, int sheetUid) {
        List<Long> keys = new ArrayList<>();
        for (Iterator<Long> i = map.keyIterator(key(sheetUid, 0)); i.hasNext(); ) {
            Long key = i.next();
            if (key >> 32 != sheetUid) {
                break;
            }
            keys.add(key);
        }
        return keys;
    }

    @Override
    public void copySheet(int fromUid, int toUid) {
        boolean changed = rows.keySet().stream().anyMatch(key -> key >> 32 == fromUid);
        if (!changed && !copies.containsKey(fromUid)) {
            copies.put(toUid, fromUid);
            return;
        }
        materialise(fromUid);
        for (long key : keys(store.rows(), fromUid)) {
            rows.put(key(toUid, (int) key), row(fromUid, (int) key));
        }
        Map<Long, Row> own = new HashMap<>(rows);
        own.forEach((key, row) -> {
            if (key >> 32 == fromUid) {
                rows.put(key(toUid, (int) (long) key), row);
            }
        });
    }

    @Override
    public void dropSheet(int sheetUid) {
        copies.remove(sheetUid);
        keys(store.rows(), sheetUid).forEach(key -> put(sheetUid, (int) (long) key, Row.EMPTY));
        rows.replaceAll((key, row) -> key >> 32 == sheetUid ? Row.EMPTY : row);
    }

    @Override
    public int newSheetUid() {
        String next = document(NEXT_UID);
        int uid = next == null ? 1 : Integer.parseInt(next);
        putDocument(NEXT_UID, Integer.toString(uid + 1));
        return uid;
    }

    /** Keeps all changes, durably, or throws and keeps none. */
    public void commit() {
        if (!writing) {
            throw new IllegalStateException("a read transaction cannot be committed");
        }
        store.publish(this);
    }

    Map<Integer, Integer> sheetCopies() {
        return copies;
    }

    Map<Long, Row> rowChanges() {
        return rows;
    }

    Map<String, Optional<SpreadsheetModel>> modelChanges() {
        return models;
    }

    Map<String, Optional<ObjectNode>> fileChanges() {
        return files;
    }

    Map<String, String> documentChanges() {
        return documents;
    }

    @Override
    public void close() {
        rows.clear();
        store.release(writing);
    }
}
