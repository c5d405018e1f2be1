package dev.sheetway.workspace;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import java.util.List;

/** Changes a spreadsheet, each change exactly once. */
public interface SheetWriter extends SheetReader {

    /**
     * Applies {@code batch} in one atomic call that carries its own slot and record, so that it can never take effect
     * twice and never after its slot was occupied by {@link #occupy}.
     *
     * <p>When Google's answer leaves the outcome open (5xx, time-out, connection lost) or refuses, slot and record are
     * read to decide what happened; a refusal is never classified by its message text alone.
     *
     * @throws GatewayException when nothing can be said yet (class UNKNOWN: send the same batch again) or the calls
     *     themselves failed (RETRYABLE, PAUSE)
     */
    BatchOutcome apply(SpreadsheetId id, EffectBatch batch);

    /**
     * Occupies the slots of {@code effects}, one call when all are free, so that none of them can take effect any more.
     *
     * @return for each effect, in order: whether it had been applied (with its record) or is now impossible
     */
    List<SlotState> occupy(SpreadsheetId id, List<EffectId> effects);
}
