package dev.sheetway.contracts.command;

import dev.sheetway.contracts.Participant;

/** The kinds of command, their names on the wire and who carries them out. */
public enum CommandType {
    OPEN_MIGRATION("open-migration", Participant.SCHEMA),
    CREATE_BACKUP("create-backup", Participant.BACKUP),
    EXPAND_SCHEMA("expand-schema", Participant.SCHEMA),
    VERIFY_MIGRATION("verify-migration", Participant.VERIFY),
    INITIALISE_VALUES("initialise-values", Participant.SCHEMA),
    RUN_SMOKE("run-smoke", Participant.VERIFY),
    CLOSE_MIGRATION("close-migration", Participant.SCHEMA),
    CONTRACT_SCHEMA("contract-schema", Participant.SCHEMA),
    VERIFY_ROLLBACK("verify-rollback", Participant.VERIFY),
    PREVIEW_MIGRATION("preview-migration", Participant.SCHEMA),
    RESTORE_BACKUP("restore-backup", Participant.BACKUP),
    BASELINE_SCHEMA("baseline-schema", Participant.SCHEMA),
    REMOVE_BACKUP("remove-backup", Participant.BACKUP);

    private final String wireName;
    private final Participant participant;

    CommandType(String wireName, Participant participant) {
        this.wireName = wireName;
        this.participant = participant;
    }

    public static CommandType of(Command command) {
        return switch (command) {
            case Command.OpenMigration c -> OPEN_MIGRATION;
            case Command.CreateBackup c -> CREATE_BACKUP;
            case Command.ExpandSchema c -> EXPAND_SCHEMA;
            case Command.VerifyMigration c -> VERIFY_MIGRATION;
            case Command.InitialiseValues c -> INITIALISE_VALUES;
            case Command.RunSmoke c -> RUN_SMOKE;
            case Command.CloseMigration c -> CLOSE_MIGRATION;
            case Command.ContractSchema c -> CONTRACT_SCHEMA;
            case Command.VerifyRollback c -> VERIFY_ROLLBACK;
            case Command.PreviewMigration c -> PREVIEW_MIGRATION;
            case Command.RestoreBackup c -> RESTORE_BACKUP;
            case Command.BaselineSchema c -> BASELINE_SCHEMA;
            case Command.RemoveBackup c -> REMOVE_BACKUP;
        };
    }

    /** As in {@code sheetway.command.<wireName>.v1}. */
    public String wireName() {
        return wireName;
    }

    public Participant participant() {
        return participant;
    }
}
