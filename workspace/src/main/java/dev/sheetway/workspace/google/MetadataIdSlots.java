package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.Request;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.Workbook.Metadata;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Slots that are the record or fence itself, under a metadata id that follows from the effect. Ids are 31 bits wide, so
 * two effects may meet: the full effect id is compared, and the later one moves to the next id.
 */
final class MetadataIdSlots implements ExactlyOnce {

    @Override
    public List<Request> claim(EffectRecord record, int slotSheetId, Optional<Workbook> seen) {
        return List.of(
                MarkRequests.onSpreadsheet(id(record.effect(), seen), Marks.RECORD_KEY, Marks.recordValue(record)));
    }

    @Override
    public List<Request> fence(EffectId effect, int slotSheetId, Optional<Workbook> seen) {
        return List.of(MarkRequests.onSpreadsheet(id(effect, seen), Marks.FENCE_KEY, effect.toString()));
    }

    @Override
    public Slot look(Workbook workbook, EffectId effect) {
        Optional<EffectRecord> record = Marks.record(workbook, effect);
        if (record.isPresent()) {
            return new Slot.Recorded(record.get());
        }
        return Marks.isFenced(workbook, effect) ? new Slot.Fenced() : new Slot.Free();
    }

    /** The effect's first id. */
    static int firstId(EffectId effect) {
        int id = ByteBuffer.wrap(Marks.hash(effect)).getInt() & Integer.MAX_VALUE;
        return Math.max(1, id);
    }

    private static int id(EffectId effect, Optional<Workbook> seen) {
        List<Metadata> entries = seen.map(Workbook::metadata).orElse(List.of());
        int id = firstId(effect);
        while (isForeign(entries, id, effect)) {
            id = id == Integer.MAX_VALUE ? 1 : id + 1;
        }
        return id;
    }

    private static boolean isForeign(List<Metadata> entries, int id, EffectId effect) {
        return entries.stream()
                .anyMatch(entry -> entry.id() == id
                        && !entry.value().equals(effect.toString())
                        && Marks.record(entry, effect).isEmpty());
    }
}
