package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands whose answers a spreadsheet waits for, as a function of its state: after any crash they are the same. */
public final class OutstandingCommands {
    private OutstandingCommands() {}

    /** That of the live migration first, then those of previews, then removals of backups. */
    public static List<Command> of(SpreadsheetState state) {
        Stream<Command> active = state.active()
                .flatMap(each -> each.outstanding().map(waiting -> command(state, each, waiting)).stream());
        Stream<Command> removals = state.ended().stream()
                .flatMap(each -> each.retention().flatMap(kept -> removal(state, each, kept)).stream());
        return Stream.concat(active, removals).toList();
    }

    static CommandHeader header(SpreadsheetId spreadsheetId, Migration migration, Outstanding outstanding) {
        return header(spreadsheetId, migration.id(), migration.acceptance(), outstanding);
    }

    static CommandHeader header(SpreadsheetState state, MigrationSummary ended, Outstanding outstanding) {
        return header(state.spreadsheetId(), ended.migrationId(), ended.acceptance(), outstanding);
    }

    private static Optional<Command> removal(SpreadsheetState state, MigrationSummary ended, Retention kept) {
        return kept.outstanding()
                .map(waiting -> new Command.RemoveBackup(header(state, ended, waiting), kept.due(), kept.backups()));
    }

    private static CommandHeader header(
            SpreadsheetId spreadsheetId, MigrationId id, Acceptance asked, Outstanding outstanding) {
        return new CommandHeader(
                id,
                spreadsheetId,
                outstanding.leg().step(),
                outstanding.leg().direction(),
                outstanding.epoch(),
                outstanding.attempt(),
                asked.planChecksum());
    }

    private static Command command(SpreadsheetState state, Migration migration, Outstanding outstanding) {
        CommandHeader header = header(state.spreadsheetId(), migration, outstanding);
        var plan = migration.plan();
        Trail trail = migration.trail();
        String version = outstanding.leg().direction() == Direction.FORWARD ? plan.to() : plan.from();
        return switch (outstanding.command()) {
            case OPEN_MIGRATION ->
                new Command.OpenMigration(header, plan, migration.acceptance().waiver(), abandoned(state));
            case CREATE_BACKUP -> new Command.CreateBackup(header, plan);
            case EXPAND_SCHEMA -> new Command.ExpandSchema(header, plan, backup(migration));
            case VERIFY_MIGRATION ->
                new Command.VerifyMigration(
                        header, plan, backup(migration), expanded(migration), trail.editsAccepted());
            case INITIALISE_VALUES -> new Command.InitialiseValues(header, plan, expanded(migration));
            case RUN_SMOKE -> new Command.RunSmoke(header, plan, version, trail.adopted(plan));
            case CLOSE_MIGRATION -> new Command.CloseMigration(header, plan, version, trail.completedSince());
            case CONTRACT_SCHEMA ->
                new Command.ContractSchema(header, plan, trail.forwardEffects(migration.id()), trail.expanded());
            case VERIFY_ROLLBACK -> new Command.VerifyRollback(header, plan, backup(migration), trail.editsAccepted());
            case PREVIEW_MIGRATION -> new Command.PreviewMigration(header, plan);
            case RESTORE_BACKUP ->
                new Command.RestoreBackup(header, plan, trail.effectsBeforeRestore(migration.id()), backup(migration));
            case BASELINE_SCHEMA ->
                new Command.BaselineSchema(header, plan, migration.acceptance().waiver(), abandoned(state));
            case REMOVE_BACKUP -> throw Progression.unsettled(migration);
        };
    }

    private static Optional<List<MigrationId>> abandoned(SpreadsheetState state) {
        return Optional.of(state.abandoned()).filter(ids -> !ids.isEmpty());
    }

    private static StepResult.BackedUp backup(Migration migration) {
        return required(migration, "backup", migration.trail().backup());
    }

    private static StepResult.Expanded expanded(Migration migration) {
        return required(migration, "expand", migration.trail().expanded());
    }

    private static <T> T required(Migration migration, String step, Optional<T> result) {
        return result.orElseThrow(() -> new IllegalStateException("migration \"" + migration.id()
                + "\" commands a step that needs the result of " + step + ", which has none"));
    }
}
