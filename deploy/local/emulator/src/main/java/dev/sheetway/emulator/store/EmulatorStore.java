package dev.sheetway.emulator.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.ModelCodec;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.RowCodec;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * Files, the structure of spreadsheets, rows and styles in one H2 MVStore file. Rows are keyed by sheet and stable row id, so
 * a write costs what it touches. A write transaction gathers its changes in memory, puts them all and commits the file before
 * the answer goes out: a kill at any point leaves all of it or nothing.
 *
 * <p>One writer or many readers at a time; several threads may call.
 */
public final class EmulatorStore implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CACHED_MODELS = 64;
    private static final int COMMITS_BETWEEN_COMPACTIONS = 500;
    private static final int CACHE_MEGABYTES = 24;
    private static final int COPY_BYTES_PER_COMMIT = 8 * 1024 * 1024;

    private final MVStore mv;
    private final MVMap<Long, byte[]> rows;
    private final MVMap<Long, byte[]> formulaRows;
    private final FormulaResults formulaResults;
    private final MVMap<String, String> spreadsheets;
    private final MVMap<String, String> storedFiles;
    private final MVMap<String, String> documents;
    private final StyleTable styles;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    /** Every file entry, by id. Guarded by {@link #lock}. */
    private final TreeMap<String, ObjectNode> files = new TreeMap<>();

    private final Map<String, SpreadsheetModel> models =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, SpreadsheetModel> eldest) {
                    return size() > CACHED_MODELS;
                }
            });
    private int commits;

    /**
     * Opens or creates the store.
     *
     * @param file the store's file, or null to keep everything in memory
     * @throws StoreException when another process holds the file or it cannot be read
     */
    public EmulatorStore(@Nullable Path file) {
        MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().cacheSize(CACHE_MEGABYTES);
        if (file != null) {
            builder.fileName(file.toString());
        }
        try {
            mv = builder.open();
        } catch (RuntimeException e) {
            throw new StoreException("cannot open the store \"" + file + "\": " + e.getMessage(), e);
        }
        mv.setVersionsToKeep(0);
        mv.setRetentionTime(2_000);
        MVMap.Builder<Long, byte[]> rowMap =
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE);
        rows = mv.openMap("rows", rowMap);
        formulaRows = mv.openMap("formulaRows", rowMap);
        formulaResults = new FormulaResults(mv.openMap("formulaResults"));
        spreadsheets = mv.openMap("spreadsheets");
        storedFiles = mv.openMap("files");
        documents = mv.openMap("documents");
        styles = new StyleTable(mv);
        storedFiles.forEach((id, text) -> files.put(id, parse(text)));
    }

    /** A transaction that only reads; holds writers off until closed. */
    public Transaction read() {
        lock.readLock().lock();
        return new Transaction(this, false);
    }

    /** A transaction that writes; nothing is kept unless it is committed. */
    public Transaction write() {
        lock.writeLock().lock();
        return new Transaction(this, true);
    }

    void release(boolean writing) {
        if (writing) {
            lock.writeLock().unlock();
        } else {
            lock.readLock().unlock();
        }
    }

    void publish(Transaction transaction) {
        try {
            transaction.sheetCopies().forEach((to, from) -> copyRows(from, to, transaction));
            put(transaction);
            mv.commit();
        } catch (RuntimeException e) {
            mv.rollback();
            models.clear();
            files.clear();
            storedFiles.forEach((id, text) -> files.put(id, parse(text)));
            throw e;
        }
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            mv.compact(60, 4 * 1024 * 1024);
        }
    }

    /**
     * Copies the rows of a sheet under a storage id that nothing refers to yet. Parts are committed on the way, which bounds
     * memory: a kill in between leaves rows that no spreadsheet shows.
     */
    private void copyRows(int from, int to, Transaction transaction) {
        int sinceCommit = 0;
        for (long key : Transaction.keys(rows, from)) {
            long target = Transaction.key(to, (int) key);
            if (transaction.rowChanges().containsKey(target)) {
                continue;
            }
            byte[] bytes = Objects.requireNonNull(rows.get(key), "a key of the map has a value");
            rows.put(target, bytes);
            if (formulaRows.containsKey(key)) {
                formulaRows.put(target, new byte[0]);
            }
            sinceCommit += bytes.length;
            if (sinceCommit > COPY_BYTES_PER_COMMIT) {
                mv.commit();
                sinceCommit = 0;
            }
        }
    }

    private void put(Transaction transaction) {
        putRows(transaction);
        transaction.modelChanges().forEach((id, model) -> {
            if (model.isPresent()) {
                spreadsheets.put(id, ModelCodec.encode(model.get()).toString());
                models.put(id, model.get());
            } else {
                spreadsheets.remove(id);
                models.remove(id);
            }
        });
        transaction.fileChanges().forEach((id, file) -> {
            if (file.isPresent()) {
                storedFiles.put(id, file.get().toString());
                files.put(id, file.get());
            } else {
                storedFiles.remove(id);
                files.remove(id);
            }
        });
        documents.putAll(transaction.documentChanges());
    }

    private void putRows(Transaction transaction) {
        FormulaResults.Tabs tabs = tabs(transaction);
        transaction.rowChanges().forEach((key, row) -> {
            if (formulaRows.containsKey(key)) {
                Row before = RowCodec.decode(Objects.requireNonNull(rows.get(key), "a key of the map has a value"));
                formulaResults.forget(tabs, key, before, row);
            }
        });
        transaction.rowChanges().forEach((key, row) -> {
            if (row.size() == 0) {
                rows.remove(key);
                formulaRows.remove(key);
            } else if (row.hasFormula()) {
                rows.put(key, RowCodec.encode(formulaResults.complete(tabs, key, row)));
                formulaRows.put(key, new byte[0]);
            } else {
                rows.put(key, RowCodec.encode(row));
                formulaRows.remove(key);
            }
        });
    }

    /** Those before the transaction, which may have deleted some, and those after it. */
    private FormulaResults.Tabs tabs(Transaction transaction) {
        FormulaResults.Tabs tabs = new FormulaResults.Tabs();
        transaction.modelChanges().forEach((id, changed) -> {
            Optional.ofNullable(model(id)).ifPresent(tabs::add);
            changed.ifPresent(tabs::add);
        });
        return tabs;
    }

    /** The committed model, shared: callers that change it copy it first. */
    @Nullable
    SpreadsheetModel model(String id) {
        SpreadsheetModel cached = models.get(id);
        if (cached != null) {
            return cached;
        }
        String text = spreadsheets.get(id);
        if (text == null) {
            return null;
        }
        SpreadsheetModel model = ModelCodec.decode(parse(text));
        models.put(id, model);
        return model;
    }

    MVMap<Long, byte[]> rows() {
        return rows;
    }

    MVMap<Long, byte[]> formulaRows() {
        return formulaRows;
    }

    TreeMap<String, ObjectNode> files() {
        return files;
    }

    @Nullable
    String document(String name) {
        return documents.get(name);
    }

    /** Formats and rules, shared by all spreadsheets. */
    public StyleTable styles() {
        return styles;
    }

    static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new StoreException("the store holds a document that is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            mv.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
