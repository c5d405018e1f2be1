package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.journal.JournalEntry;

/** A journal entry does not follow from the state it met: the decider, the journal or the store is broken. */
public final class ImpossibleEntry extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ImpossibleEntry(JournalEntry entry, String state) {
        super("journal entry " + entry.getClass().getSimpleName() + " of migration \""
                + entry.header().migrationId() + "\" (step "
                + entry.header().step().map(Enum::name).orElse("none") + ", direction "
                + entry.header().direction() + ", attempt " + entry.header().attempt()
                + ") cannot follow state " + state
                + ": the store and the journal of spreadsheet \""
                + entry.header().spreadsheetId() + "\" disagree; nothing was changed");
    }
}
