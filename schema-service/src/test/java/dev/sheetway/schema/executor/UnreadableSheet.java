package dev.sheetway.schema.executor;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import java.util.List;

/** A port of which only the first call is ever made. */
abstract class UnreadableSheet implements SheetWriter {
    @Override
    public final void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
        throw new AssertionError("scan");
    }

    @Override
    public final void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
        throw new AssertionError("scanAll");
    }

    @Override
    public final BatchOutcome apply(SpreadsheetId id, EffectBatch batch) {
        throw new AssertionError("apply");
    }

    @Override
    public final List<SlotState> occupy(SpreadsheetId id, List<EffectId> effects) {
        throw new AssertionError("occupy");
    }
}
