package dev.sheetway.cli.reconcile;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.cli.reconcile.SheetFacts.Standing;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.workspace.BackupDrive.DriveFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what the sheet tells against what the journal tells, migration by migration. A pure function. */
public final class Reconciliation {
    private final SheetReading sheet;
    private final List<Finding> findings = new ArrayList<>();

    private Reconciliation(SheetReading sheet) {
        this.sheet = sheet;
    }

    /** @param journal the spreadsheet's migrations; empty when the journal could not be read */
    public static List<Finding> of(SheetReading sheet, Optional<List<MigrationView>> journal) {
        Reconciliation reconciliation = new Reconciliation(sheet);
        Map<MigrationId, MigrationView> known = new LinkedHashMap<>();
        journal.orElse(List.of()).stream()
                .filter(Reconciliation::mayHaveWritten)
                .forEach(each -> known.put(each.id(), each));
        reconciliation.lock();
        known.values().forEach(reconciliation::known);
        sheet.marks().migrations().keySet().stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> reconciliation.unknown(id, journal.isPresent()));
        return List.copyOf(reconciliation.findings);
    }

    private static boolean mayHaveWritten(MigrationView view) {
        return view.accepted()
                .filter(each -> each.kind() == Kind.MIGRATION || each.kind() == Kind.BASELINE)
                .isPresent();
    }

    private void lock() {
        List<String> owners = sheet.marks().lockOwners();
        if (owners.size() > 1) {
            findings.add(new Finding(
                    Optional.empty(),
                    false,
                    "the lock has " + owners.size() + " owners: " + owners,
                    "somebody copied or wrote Sheetway's metadata; let no migration run here; find out who did"));
        }
    }

    private void known(MigrationView view) {
        SheetFacts facts = sheet.facts(view.id());
        Standing standing = facts.standing();
        String what = "log: " + view.outcome().wireName() + "; sheet: " + described(view.id(), facts);
        boolean fits = fits(view, facts, standing);
        add(view.id(), fits, what, fits ? goingOn(view) : otherwise(view, standing));
        if (view.backupsRemovedAt().isEmpty()) {
            missingBackup(view);
        }
        missingColumns(view, facts);
    }

    /** Whether the sheet may look so when the journal says that. */
    private static boolean fits(MigrationView view, SheetFacts facts, Standing standing) {
        boolean changed = view.step(Step.EXPAND, Direction.FORWARD).isPresent();
        return switch (view.outcome()) {
            case RUNNING, APPROVAL_AWAITED, PAUSED ->
                switch (standing) {
                    case NOTHING -> view.step(Step.BACKUP, Direction.FORWARD).isEmpty();
                    case OPENED -> !completed(view, Step.EXPAND, Direction.FORWARD);
                    case HALF_WAY -> changed && facts.locks();
                    case COMPLETED -> view.step(Step.CLOSE, Direction.FORWARD).isPresent();
                    case ROLLING_BACK, ROLLED_BACK -> false;
                };
            case COMPLETED -> standing == Standing.COMPLETED && !facts.locks();
            case ROLLING_BACK, ROLLBACK_STUCK -> standing != Standing.NOTHING || !changed;
            case ROLLED_BACK, RESTORED ->
                facts.columns().isEmpty() && !facts.locks() && (!changed || standing == Standing.ROLLED_BACK);
            case NOTHING_TO_DO, REJECTED, INVALID -> standing == Standing.NOTHING;
            case BASELINED -> standing == Standing.COMPLETED;
            case PREVIEWED, PREVIEW_FAILED, VERIFIED, VERIFICATION_FAILED -> standing == Standing.NOTHING;
        };
    }

    private static boolean completed(MigrationView view, Step step, Direction direction) {
        return view.step(step, direction)
                .filter(each -> each.state() == StepView.State.COMPLETED)
                .isPresent();
    }

    private static String goingOn(MigrationView view) {
        return switch (view.outcome()) {
            case PAUSED, ROLLBACK_STUCK, APPROVAL_AWAITED -> "it waits for a person: " + view.reason();
            case RUNNING, ROLLING_BACK -> "the orchestrator goes on by itself";
            case COMPLETED, NOTHING_TO_DO, ROLLED_BACK, REJECTED, INVALID, BASELINED, RESTORED -> "";
            case PREVIEWED, PREVIEW_FAILED, VERIFIED, VERIFICATION_FAILED -> "";
        };
    }

    private static String otherwise(MigrationView view, Standing standing) {
        boolean ended = view.outcome().isRest() && view.outcome() != Outcome.PAUSED;
        return switch (standing) {
            case NOTHING ->
                ended
                        ? "nothing of it is on this sheet: it was restored from an older version, or is a copy; verify the"
                                + " plan before anything else runs"
                        : "its lock or its columns are gone: somebody restored an older version; pause and cancel it";
            case OPENED, HALF_WAY, ROLLING_BACK ->
                ended
                        ? "the sheet is older than the log, or a write landed late; look at the sheet's version history,"
                                + " then verify the plan"
                        : "the sheet is not where the log left it: pause the migration, look at the sheet's version"
                                + " history, then resume or cancel it";
            case COMPLETED ->
                "the sheet was restored from a version with this migration, or its columns were copied back; verify"
                        + " before anything else runs";
            case ROLLED_BACK -> "the sheet was restored from an older version; verify before anything else runs";
        };
    }

    private void missingBackup(MigrationView view) {
        Optional<String> named = view.step(Step.BACKUP, Direction.FORWARD)
                .flatMap(each -> each.result())
                .flatMap(result ->
                        result instanceof StepResult.BackedUp made ? made.backupSpreadsheetId() : Optional.empty());
        List<String> there =
                sheet.backups(view.id()).stream().map(file -> file.id().value()).toList();
        if (named.isPresent() && !there.contains(named.get())) {
            add(
                    view.id(),
                    false,
                    "log: backup \"" + named.get() + "\"; Drive: "
                            + (there.isEmpty() ? "no copy of this migration" : "only " + there),
                    "the copy was deleted, lost its property, or this account cannot see it: a rollback can no longer be"
                            + " proven against it");
        }
    }

    private void missingColumns(MigrationView view, SheetFacts facts) {
        if (view.outcome() != Outcome.COMPLETED) {
            return;
        }
        List<String> gone = view.step(Step.EXPAND, Direction.FORWARD)
                .flatMap(each -> each.result())
                .map(result -> result instanceof StepResult.Expanded made
                        ? made.columns().stream()
                                .map(column -> HeaderName.normalise(column.name()))
                                .filter(column -> !facts.columns().contains(column))
                                .toList()
                        : List.<String>of())
                .orElse(List.of());
        if (!gone.isEmpty()) {
            add(
                    view.id(),
                    false,
                    "log: columns " + gone + " were added; sheet: no column carries their anchor",
                    "they were deleted, or written over from elsewhere; verify the plan; the backup and the version"
                            + " history have what was in them");
        }
    }

    private void unknown(MigrationId id, boolean journalRead) {
        SheetFacts facts = sheet.facts(id);
        String log = journalRead ? "log: unknown; sheet: " : "log: not reachable; sheet: ";
        add(id, false, log + described(id, facts), nextWithoutLog(facts.standing()));
    }

    private static String nextWithoutLog(Standing standing) {
        String lost = "this broker's journal was lost, or another Sheetway wrote here; ";
        String journal = "restore the journal from its backup and start the orchestrator with --rebuild";
        return lost
                + switch (standing) {
                    case NOTHING -> "nothing is to be done";
                    case OPENED ->
                        journal + "; without a backup: nothing was changed, take the lock away by deleting the named"
                                + " range sheetway_lock";
                    case HALF_WAY ->
                        journal + ", and it goes on; without a backup nobody finishes it: compare with the backup copy,"
                                + " keep or delete the columns by hand, then delete the named range sheetway_lock";
                    case ROLLING_BACK ->
                        journal + ", and it goes on; without a backup: its forward writes can never land again; compare"
                                + " with the backup copy, then delete the named range sheetway_lock";
                    case COMPLETED ->
                        "the sheet is whole and a new plan can go on from its version; a rollback on request needs the"
                                + " journal";
                    case ROLLED_BACK -> "nothing of it is left, nothing is to be done";
                };
    }

    private String described(MigrationId id, SheetFacts facts) {
        List<String> parts = new ArrayList<>(List.of(facts.standing().wireName()));
        part(parts, "applied ", facts.applied());
        part(parts, "fenced ", facts.fenced());
        part(parts, "columns ", facts.columns());
        if (facts.locks()) {
            parts.add("holds the lock");
        }
        part(parts, "backups ", sheet.backups(id).stream().map(DriveFile::name).toList());
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, String name, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(name + values.stream().collect(Collectors.joining(" ")));
        }
    }

    private void add(MigrationId id, boolean agrees, String what, String next) {
        findings.add(new Finding(Optional.of(id.toString()), agrees, what, next));
    }
}
