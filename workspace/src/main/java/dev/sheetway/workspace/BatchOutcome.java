package dev.sheetway.workspace;

import dev.sheetway.contracts.event.Failure;

/** What became of a batch. */
public sealed interface BatchOutcome {

    /** Google applied it now. */
    record Applied() implements BatchOutcome {}

    /** It had been applied before, by an earlier attempt whose answer was lost. */
    record AlreadyApplied(EffectRecord record) implements BatchOutcome {}

    /** Its slot was occupied by a rollback: it never happened and never can. */
    record Stale() implements BatchOutcome {}

    /** Another migration holds the spreadsheet's lock. */
    record Locked(String owner) implements BatchOutcome {}

    /** Refused as a whole, nothing was written; a slot without its record is one of these, class PAUSE. */
    record Refused(Failure failure) implements BatchOutcome {}
}
