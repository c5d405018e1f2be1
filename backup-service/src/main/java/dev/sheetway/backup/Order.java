package dev.sheetway.backup;

import dev.sheetway.backup.planner.BackupName;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.Progress;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.time.Instant;
import java.util.Optional;

/** A copy that is to be made for one command, and where its progress is told. */
record Order(CommandHeader header, MigrationPlan plan, Occasion occasion, Progress progress) {
    /** What the copy is for. */
    enum Occasion {
        /** The backup of a migration. */
        BACKUP,
        /** What a restore is about to overwrite. */
        BEFORE_RESTORE
    }

    Order(Command.CreateBackup command, Progress progress) {
        this(command.header(), command.plan(), Occasion.BACKUP, progress);
    }

    Order(Command.RestoreBackup command, Progress progress) {
        this(command.header(), command.plan(), Occasion.BEFORE_RESTORE, progress);
    }

    SpreadsheetId spreadsheetId() {
        return header.spreadsheetId();
    }

    String effect() {
        return header.effectId().toString();
    }

    /**
     * Whether a copy that an earlier attempt made may be taken. Not before a restore: such a copy is compared by content,
     * and people may have changed notes and formats since.
     */
    boolean mayTakeAnEarlierCopy() {
        return switch (occasion) {
            case BACKUP -> header.attempt() > 1 || progress.mayHaveRunBefore();
            case BEFORE_RESTORE -> false;
        };
    }

    String name(String title, Instant at) {
        return switch (occasion) {
            case BACKUP -> BackupName.of(title, plan, at);
            case BEFORE_RESTORE -> BackupName.beforeRestore(title, plan, at);
        };
    }

    /** What formulas show is of no use to a restore. */
    SheetReader.Rows rows(SheetReader.Rows forBackup) {
        return switch (occasion) {
            case BACKUP -> forBackup;
            case BEFORE_RESTORE -> SheetReader.Rows.WITHOUT_RESULTS;
        };
    }

    /** A restore keeps a spreadsheet although somebody has deleted the plan's tab. */
    Optional<Workbook.Tab> planTab(Workbook workbook) {
        return switch (occasion) {
            case BACKUP -> workbook.tab(plan.tab());
            case BEFORE_RESTORE ->
                workbook.tab(plan.tab()).or(() -> workbook.tabs().stream().findFirst());
        };
    }
}
