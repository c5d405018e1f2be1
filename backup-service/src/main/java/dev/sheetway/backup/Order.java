package dev.sheetway.backup;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.Progress;

/** One command that is being carried out, and where its progress is told. */
record Order(Command.CreateBackup command, Progress progress) {

    SpreadsheetId spreadsheetId() {
        return command.header().spreadsheetId();
    }

    MigrationPlan plan() {
        return command.plan();
    }

    String effect() {
        return command.header().effectId().toString();
    }

    /** Whether something of this effect may be there already. */
    boolean mayHaveRunBefore() {
        return command.header().attempt() > 1 || progress.mayHaveRunBefore();
    }
}
