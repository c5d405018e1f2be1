package dev.sheetway.schema.executor;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.Workbook;
import java.util.List;

/** A network that keeps the expand batch for later and answers with a time-out. */
final class DelayedExpand implements SheetWriter {
    private final SheetWriter writer;
    private final List<Runnable> late;
    private final List<Object> answers;

    DelayedExpand(SheetWriter writer, List<Runnable> late, List<Object> answers) {
        this.writer = writer;
        this.late = late;
        this.answers = answers;
    }

    @Override
    public Workbook open(SpreadsheetId id) {
        return writer.open(id);
    }

    @Override
    public void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
        writer.scan(id, area, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
        writer.scanAll(id, areas, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, Rows rows, RowVisitor visitor) {
        writer.scanAll(id, areas, rows, visitor);
    }

    @Override
    public BatchOutcome apply(SpreadsheetId id, EffectBatch batch) {
        if (batch.effect().step() != Step.EXPAND) {
            return writer.apply(id, batch);
        }
        late.add(() -> answers.add(writer.apply(id, batch)));
        throw new GatewayException(Failure.of(FailureClass.UNKNOWN, "google-timeout", "no answer"));
    }

    @Override
    public List<SlotState> occupy(SpreadsheetId id, List<EffectId> effects) {
        return writer.occupy(id, effects);
    }
}
