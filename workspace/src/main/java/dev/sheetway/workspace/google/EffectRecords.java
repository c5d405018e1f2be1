package dev.sheetway.workspace.google;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.Workbook;
import java.util.Optional;

/** What a structure that was read says of effects. */
public final class EffectRecords {
    private EffectRecords() {}

    /** The record that {@code effect} left; empty when it never took effect. */
    public static Optional<EffectRecord> of(Workbook workbook, EffectId effect) {
        return Marks.record(workbook, effect);
    }
}
