package dev.sheetway.schema.executor;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.schema.mark.MarkJson;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Reference;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.TabVisitor;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A spreadsheet in memory behind the ports: slots, records, lock and anchors as Google keeps them; counts calls. */
final class MemorySheet implements SheetWriter {
    final SpreadsheetId id;
    final List<MemoryTab> tabs = new ArrayList<>();
    final List<Workbook.Metadata> metadata = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final List<EffectBatch> batches = new ArrayList<>();
    private final Map<EffectId, Optional<EffectRecord>> slots = new LinkedHashMap<>();
    private final Deque<Runnable> beforeWrites = new ArrayDeque<>();
    private int readsLeft;
    private Runnable beforeRead = () -> {};
    private final AtomicInteger ids = new AtomicInteger(1);

    MemorySheet(String id) {
        this.id = new SpreadsheetId(id);
    }

    MemoryTab tab(String title) {
        return tabs.stream().filter(tab -> tab.title.equals(title)).findFirst().orElseThrow();
    }

    /** What somebody else does in the instant before our next write; a second one before the one after that. */
    void beforeNextWrite(Runnable edit) {
        beforeWrites.add(edit);
    }

    /** What somebody else does in the instant before our {@code nth} read from now on. */
    void beforeRead(int nth, Runnable edit) {
        readsLeft = nth;
        beforeRead = edit;
    }

    private void read() {
        calls.add("get");
        if (--readsLeft == 0) {
            beforeRead.run();
        }
    }

    long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    @Override
    public Workbook open(SpreadsheetId asked) {
        read();
        return book();
    }

    @Override
    public Workbook openWith(SpreadsheetId asked, List<TabArea> areas, TabVisitor visitor) {
        read();
        Workbook book = book();
        for (TabArea area : areas) {
            book.tab(area.tab())
                    .flatMap(area::within)
                    .ifPresent(grid -> visit(grid, (g, row, cells) -> visitor.row(area, row, cells)));
        }
        return book;
    }

    @Override
    public void scan(SpreadsheetId asked, GridArea area, RowVisitor visitor) {
        read();
        visit(area, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId asked, List<GridArea> areas, RowVisitor visitor) {
        scanAll(asked, areas, Rows.WITH_CONTENT, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId asked, List<GridArea> areas, Rows rows, RowVisitor visitor) {
        read();
        areas.forEach(area -> visit(area, rows, visitor));
    }

    @Override
    public List<Reference> references(SpreadsheetId asked) {
        calls.add("get");
        return List.of();
    }

    private static boolean takesOnly(EffectBatch batch) {
        return batch.effects().stream().anyMatch(Effect.TakeLock.class::isInstance)
                && batch.effects().stream().noneMatch(Effect.ReleaseLock.class::isInstance);
    }

    @Override
    public BatchOutcome apply(SpreadsheetId asked, EffectBatch batch) {
        calls.add("batch");
        Runnable edit = beforeWrites.poll();
        if (edit != null) {
            edit.run();
        }
        if (slots.containsKey(batch.effect())) {
            return slots.get(batch.effect())
                    .<BatchOutcome>map(BatchOutcome.AlreadyApplied::new)
                    .orElseGet(BatchOutcome.Stale::new);
        }
        Optional<String> owner = owner();
        if (owner.isPresent() && takesOnly(batch)) {
            return new BatchOutcome.Locked(owner.get());
        }
        Optional<Failure> refusal = refusal(batch);
        if (refusal.isPresent()) {
            return new BatchOutcome.Refused(refusal.get());
        }
        batch.effects().forEach(this::apply);
        EffectRecord record = new EffectRecord(batch.effect(), "digest", batch.detail());
        slots.put(batch.effect(), Optional.of(record));
        put(
                "sheetway.record",
                MarkJson.object()
                        .put("effect", batch.effect().toString())
                        .put("digest", "digest")
                        .put("detail", batch.detail())
                        .toString());
        batches.add(batch);
        return new BatchOutcome.Applied();
    }

    /** All or nothing: of what Google refuses, rows of a tab that is gone or shorter. */
    private Optional<Failure> refusal(EffectBatch batch) {
        return batch.effects().stream()
                .filter(Effect.InsertRows.class::isInstance)
                .map(Effect.InsertRows.class::cast)
                .filter(insert ->
                        tabs.stream().noneMatch(tab -> tab.sheetId == insert.sheetId() && insert.at() <= tab.rows()))
                .map(insert -> Failure.of(FailureClass.FAILED, "bad-request", "no such rows: nothing written"))
                .findFirst();
    }

    @Override
    public List<SlotState> occupy(SpreadsheetId asked, List<EffectId> effects) {
        calls.add("batch");
        return effects.stream()
                .<SlotState>map(effect -> slots.computeIfAbsent(effect, free -> Optional.empty())
                        .<SlotState>map(record -> new SlotState.Applied(effect, record))
                        .orElseGet(() -> new SlotState.Impossible(effect)))
                .toList();
    }

    void put(String key, String value) {
        metadata.add(new Workbook.Metadata(ids.getAndIncrement(), key, value, new Workbook.Location.OfSpreadsheet()));
    }

    Optional<String> owner() {
        return metadata.stream()
                .filter(entry -> entry.key().equals("sheetway.lock"))
                .map(Workbook.Metadata::value)
                .findFirst();
    }

    private MemoryTab tab(int sheetId) {
        return tabs.stream().filter(tab -> tab.sheetId == sheetId).findFirst().orElseThrow();
    }

    private void apply(Effect effect) {
        switch (effect) {
            case Effect.InsertColumns e -> tab(e.sheetId()).insertColumns(e.at(), e.count());
            case Effect.InsertRows e -> tab(e.sheetId()).insertRows(e.at(), e.count());
            case Effect.WriteCells e -> write(e);
            case Effect.FillCells e -> tab(e.area().sheetId()).write(e.area(), e.cell());
            case Effect.SetValidation e -> tab(e.area().sheetId()).validate(e.area(), e.rule());
            case Effect.AnchorColumn e -> tab(e.sheetId()).anchor(e.column(), e.metadataId(), e.key(), e.value());
            case Effect.RemoveMetadata e -> remove(e.metadataId());
            case Effect.PutSpreadsheetMetadata e -> {
                e.replaces().ifPresent(this::remove);
                put(e.key(), e.value());
            }
            case Effect.AddTab e -> tabs.add(new MemoryTab(e.sheetId(), e.title(), e.rows(), e.columns(), e.hidden()));
            case Effect.CopyCells e -> copy(e.from(), e.to());
            case Effect.CopyRules e -> copyRules(e.from(), e.to());
            case Effect.RetireTab e -> {
                MemoryTab old = tab(e.sheetId());
                tabs.set(tabs.indexOf(old), old.retired(e.title()));
            }
            case Effect.PutCells e -> throw new IllegalArgumentException("no step of this service puts cells");
            case Effect.RenameTab e -> throw new IllegalArgumentException("no step of this service renames tabs");
            case Effect.DeleteColumns e -> tab(e.sheetId()).deleteColumns(e.start(), e.end());
            case Effect.TakeLock e -> put("sheetway.lock", e.owner());
            case Effect.ReleaseLock e -> {
                if (!metadata.removeIf(entry -> entry.key().equals("sheetway.lock"))) {
                    throw new IllegalStateException("no lock to release");
                }
            }
        }
    }

    private void remove(int metadataId) {
        metadata.removeIf(entry -> entry.id() == metadataId);
        tabs.forEach(tab -> tab.unanchor(metadataId));
    }

    private void write(Effect.WriteCells e) {
        for (int row = 0; row < e.rows().size(); row++) {
            for (int column = 0; column < e.rows().get(row).size(); column++) {
                tab(e.sheetId())
                        .write(
                                new GridArea(
                                        e.sheetId(),
                                        e.row() + row,
                                        e.row() + row + 1,
                                        e.column() + column,
                                        e.column() + column + 1),
                                e.rows().get(row).get(column));
            }
        }
    }

    private void copy(GridArea asked, GridArea to) {
        GridArea from = inGrid(asked);
        for (int row = 0; row < from.endRow() - from.startRow(); row++) {
            for (int column = 0; column < from.endColumn() - from.startColumn(); column++) {
                Cell cell = tab(from.sheetId()).cell(from.startRow() + row, from.startColumn() + column);
                tab(to.sheetId()).edit(to.startRow() + row, to.startColumn() + column, old -> cell);
            }
        }
    }

    private GridArea inGrid(GridArea area) {
        int end = Math.min(area.endRow(), tab(area.sheetId()).rows());
        return new GridArea(area.sheetId(), area.startRow(), end, area.startColumn(), area.endColumn());
    }

    private void copyRules(GridArea asked, GridArea to) {
        GridArea from = inGrid(asked);
        for (int row = 0; row < from.endRow() - from.startRow(); row++) {
            Cell cell = tab(from.sheetId()).cell(from.startRow() + row, from.startColumn());
            tab(to.sheetId())
                    .edit(
                            to.startRow() + row,
                            to.startColumn(),
                            old -> new Cell(old.content(), old.format(), cell.validation()));
        }
    }

    private Workbook book() {
        List<Workbook.Metadata> all = new ArrayList<>(metadata);
        tabs.forEach(tab -> all.addAll(tab.metadata()));
        List<Workbook.Tab> described = new ArrayList<>();
        tabs.forEach(tab -> described.add(tab.describe(described.size())));
        return new Workbook(id, "Registro", "es_CL", "America/Santiago", described, List.of(), all);
    }

    private void visit(GridArea area, RowVisitor visitor) {
        visit(area, Rows.WITH_CONTENT, visitor);
    }

    private void visit(GridArea area, Rows rows, RowVisitor visitor) {
        MemoryTab tab = tab(area.sheetId());
        for (int row = area.startRow(); row < area.endRow(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = area.startColumn(); column < area.endColumn(); column++) {
                cells.add(tab.cell(row, column));
            }
            while (!cells.isEmpty()
                    && (rows == Rows.WITH_CONTENT || rows == Rows.ENTERED
                            ? cells.getLast().content().isBlank()
                            : cells.getLast().equals(MemoryTab.BLANK))) {
                cells.removeLast();
            }
            if (!cells.isEmpty()) {
                visitor.row(area, row, cells);
            }
        }
    }
}
