package dev.sheetway.workspace.google;

import dev.sheetway.workspace.EffectRecord;

/** What stands on a spreadsheet for one effect. */
sealed interface Slot {

    /** Nothing: the effect has not happened so far. */
    record Free() implements Slot {}

    record Recorded(EffectRecord record) implements Slot {}

    /** A rollback occupied it. */
    record Fenced() implements Slot {}

    /** It is taken, but neither record nor fence stands there: somebody removed them. */
    record Unaccounted() implements Slot {}
}
