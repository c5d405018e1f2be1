package dev.sheetway.schema.executor;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.participant.Progress;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Reference;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.TabVisitor;
import dev.sheetway.workspace.Workbook;
import java.util.List;

/** Tells before each call, and while rows come in, that the step is alive: each call may block for minutes. */
final class TellingWriter implements SheetWriter {
    private final SheetWriter writer;
    private final Progress progress;

    TellingWriter(SheetWriter writer, Progress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    @Override
    public Workbook open(SpreadsheetId id) {
        tell("reading the structure");
        return writer.open(id);
    }

    @Override
    public Workbook openWith(SpreadsheetId id, List<TabArea> areas, TabVisitor visitor) {
        tell("reading structure and header");
        return writer.openWith(id, areas, visitor);
    }

    @Override
    public List<Reference> references(SpreadsheetId id) {
        tell("reading what refers to columns");
        return writer.references(id);
    }

    @Override
    public void tabSeen(SpreadsheetId id, int sheetId, String title) {
        writer.tabSeen(id, sheetId, title);
    }

    @Override
    public void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
        tell("reading rows");
        writer.scan(id, area, (seen, row, cells) -> {
            progress.report("reading rows", row + 1L, area.endRow(), "rows");
            visitor.row(seen, row, cells);
        });
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
        scanAll(id, areas, Rows.WITH_CONTENT, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, Rows rows, RowVisitor visitor) {
        tell("reading columns");
        writer.scanAll(id, areas, rows, (seen, row, cells) -> {
            progress.report("reading columns", row + 1L, seen.endRow(), "rows");
            visitor.row(seen, row, cells);
        });
    }

    @Override
    public BatchOutcome apply(SpreadsheetId id, EffectBatch batch) {
        progress.report("writing " + batch.effect().path(), 0, batch.effects().size(), "changes");
        return writer.apply(id, batch);
    }

    @Override
    public List<SlotState> occupy(SpreadsheetId id, List<EffectId> effects) {
        progress.report("occupying the forward slots", 0, effects.size(), "slots");
        return writer.occupy(id, effects);
    }

    private void tell(String activity) {
        progress.report(activity, 0, 0, "rows");
    }
}
