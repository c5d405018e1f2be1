package dev.sheetway.workspace;

import dev.sheetway.contracts.EffectId;
import java.util.List;

/**
 * One atomic change.
 *
 * @param slotSheetId a tab that exists: slots are named ranges and must point somewhere
 * @param detail of the {@link EffectRecord}
 */
public record EffectBatch(EffectId effect, int slotSheetId, List<Effect> effects, String detail) {
    public EffectBatch {
        effects = List.copyOf(effects);
    }
}
