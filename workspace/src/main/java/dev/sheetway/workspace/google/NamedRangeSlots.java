package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.Request;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Optional;

/**
 * Slots that are named ranges. "It is an error to specify the ID of a range that already exists."
 *
 * @see <a href="https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#addnamedrangerequest">AddNamedRangeRequest</a>
 */
final class NamedRangeSlots implements ExactlyOnce {

    @Override
    public List<Request> claim(EffectRecord record, int slotSheetId, Optional<Workbook> seen) {
        return List.of(
                MarkRequests.addNamedRange(Marks.slotName(record.effect()), slotSheetId),
                MarkRequests.onSpreadsheet(Marks.RECORD_KEY, Marks.recordValue(record)));
    }

    @Override
    public List<Request> fence(EffectId effect, int slotSheetId, Optional<Workbook> seen) {
        return List.of(
                MarkRequests.addNamedRange(Marks.slotName(effect), slotSheetId),
                MarkRequests.onSpreadsheet(Marks.FENCE_KEY, effect.toString()));
    }

    @Override
    public Slot look(Workbook workbook, EffectId effect) {
        Optional<EffectRecord> record = Marks.record(workbook, effect);
        if (record.isPresent()) {
            return new Slot.Recorded(record.get());
        }
        if (Marks.isFenced(workbook, effect)) {
            return new Slot.Fenced();
        }
        return workbook.hasNamedRange(Marks.slotName(effect)) ? new Slot.Unaccounted() : new Slot.Free();
    }
}
