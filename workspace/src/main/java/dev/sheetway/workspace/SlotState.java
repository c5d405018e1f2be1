package dev.sheetway.workspace;

import dev.sheetway.contracts.EffectId;

/** What is known of an effect once its slot is taken. */
public sealed interface SlotState {
    EffectId effect();

    /** It never happened and never can. */
    record Impossible(EffectId effect) implements SlotState {}

    /** It took effect. */
    record Applied(EffectId effect, EffectRecord record) implements SlotState {}
}
