package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.Request;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Optional;

/**
 * Makes a batch happen at most once although Sheets knows neither preconditions nor idempotency keys: the batch begins
 * with requests that Google refuses the second time, and a batch is applied as a whole or not at all.
 */
interface ExactlyOnce {

    /**
     * The first requests of a batch: take the slot, leave the record.
     *
     * @param seen the structure as last read, when the batch was refused without it
     */
    List<Request> claim(EffectRecord record, int slotSheetId, Optional<Workbook> seen);

    /** Requests that take the slot for ever without any effect. */
    List<Request> fence(EffectId effect, int slotSheetId, Optional<Workbook> seen);

    Slot look(Workbook workbook, EffectId effect);
}
