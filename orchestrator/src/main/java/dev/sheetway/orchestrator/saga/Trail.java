package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.command.EditsAccepted;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry.Remedy;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a migration has done so far, as far as later commands need it.
 *
 * @param commanded every leg ever commanded, in the order of its first command
 * @param completedSince steps that ended well since the last close, oldest first
 * @param results what the steps found or made
 * @param undo why and how it is taken back; empty before a rollback
 * @param probation empty before completion and when nothing is to be verified any more
 * @param verifies of a verification: the completed migration that it is about
 * @param editsAccepted who said that the many edits since the backup are people's; also for later verifications and
 *     the way back, unless that is a restore
 */
public record Trail(
        List<CommandedLeg> commanded,
        List<CompletedStep> completedSince,
        TrailResults results,
        Lock lock,
        Approval approval,
        Optional<Undo> undo,
        Optional<Probation> probation,
        Optional<MigrationId> verifies,
        Optional<EditsAccepted> editsAccepted) {

    /** Steps that write more than the lock, and so leave a slot that a rollback must occupy. */
    private static final Set<Step> MUTATING = EnumSet.of(Step.EXPAND, Step.INITIALISE, Step.CLOSE);

    public Trail {
        commanded = List.copyOf(commanded);
        completedSince = List.copyOf(completedSince);
    }

    static Trail start(boolean requireApproval) {
        return new Trail(
                List.of(),
                List.of(),
                TrailResults.NONE,
                Lock.ABSENT,
                requireApproval ? Approval.REQUIRED : Approval.NOT_ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of a verification, which needs what the migration's own verification needed. */
    static Trail verifying(Migration completed) {
        return new Trail(
                List.of(),
                List.of(),
                completed.trail().results(),
                Lock.ABSENT,
                Approval.NOT_ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(completed.id()),
                completed.trail().editsAccepted());
    }

    Optional<StepResult.BackedUp> backup() {
        return results.backup();
    }

    /** Names of {@code plan}'s new columns that the sheet had already, as its backup tells; empty: none. */
    Optional<List<String>> adopted(MigrationPlan plan) {
        List<String> before = backup().stream()
                .flatMap(backup -> backup.tabDigests().stream())
                .map(StepResult.ColumnDigest::header)
                .toList();
        return Optional.of(plan.addedColumns().stream()
                        .map(AddColumn::name)
                        .filter(name -> before.stream().anyMatch(header -> HeaderName.same(header, name)))
                        .toList())
                .filter(names -> !names.isEmpty());
    }

    Optional<StepResult.Expanded> expanded() {
        return results.expanded();
    }

    /** The number of the last attempt at {@code leg}; 0 when it was never commanded. */
    int lastAttempt(Leg leg) {
        return commanded.stream()
                .filter(each -> each.leg().equals(leg))
                .mapToInt(CommandedLeg::lastAttempt)
                .max()
                .orElse(0);
    }

    /** Since the last time that the lock was given back. */
    boolean hasCompleted(Leg leg) {
        return completedSince.stream()
                .anyMatch(each -> each.step() == leg.step() && each.direction() == leg.direction());
    }

    /** Whether the plan's changes may be on the sheet: expand was commanded, answered or not. */
    boolean mayHaveChangedTheSheet() {
        return lastAttempt(Leg.forward(Step.EXPAND)) > 0;
    }

    boolean isRestoring() {
        return undo.map(each -> each.remedy() == Remedy.RESTORE).orElse(false);
    }

    /** Every mutating effect ever commanded forward, newest first. */
    List<EffectId> forwardEffects(MigrationId migrationId) {
        return effects(migrationId, EnumSet.of(Direction.FORWARD));
    }

    /** Every mutating effect that a restore overtakes, newest first: forward ones, and a contraction that got stuck. */
    List<EffectId> effectsBeforeRestore(MigrationId migrationId) {
        return effects(migrationId, EnumSet.allOf(Direction.class));
    }

    private List<EffectId> effects(MigrationId migrationId, Set<Direction> directions) {
        return commanded.reversed().stream()
                .filter(each -> directions.contains(each.leg().direction())
                        && MUTATING.contains(each.leg().step())
                        && !each.leg().equals(Leg.rollback(Step.CLOSE)))
                .map(each ->
                        new EffectId(migrationId, each.leg().step(), each.leg().direction(), each.epoch()))
                .toList();
    }

    Trail commanding(Leg leg, int epoch, int attempt) {
        CommandedLeg now = new CommandedLeg(leg, epoch, attempt);
        List<CommandedLeg> legs = new ArrayList<>(commanded);
        int known = indexOf(leg, epoch);
        if (known < 0) {
            legs.add(now);
        } else {
            legs.set(known, now);
        }
        return new Trail(legs, completedSince, results, lock, approval, undo, probation, verifies, editsAccepted);
    }

    private int indexOf(Leg leg, int epoch) {
        for (int i = 0; i < commanded.size(); i++) {
            if (commanded.get(i).leg().equals(leg) && commanded.get(i).epoch() == epoch) {
                return i;
            }
        }
        return -1;
    }

    /** @param clock what the log's clock read when the result came */
    Trail completing(CompletedStep step, StepResult result, Instant clock) {
        List<CompletedStep> steps = new ArrayList<>(completedSince);
        steps.add(step);
        return new Trail(
                commanded,
                result instanceof StepResult.Closed ? List.of() : steps,
                results.with(result, clock),
                lockAfter(result),
                approval,
                undo,
                probation,
                verifies,
                editsAccepted);
    }

    private Lock lockAfter(StepResult result) {
        return switch (result) {
            case StepResult.Opened opened -> opened.alreadyMigrated() ? lock : Lock.HELD;
            case StepResult.Closed closed -> Lock.RELEASED;
            case StepResult other -> lock;
        };
    }

    /** An attempt at the lock ended without a definite answer. */
    Trail doubtingLock() {
        return locked(lock == Lock.ABSENT ? Lock.UNCERTAIN : lock);
    }

    private Trail locked(Lock now) {
        return new Trail(commanded, completedSince, results, now, approval, undo, probation, verifies, editsAccepted);
    }

    Trail approved() {
        return new Trail(
                commanded, completedSince, results, lock, Approval.GIVEN, undo, probation, verifies, editsAccepted);
    }

    Trail acceptingEdits(EditsAccepted accepted) {
        return new Trail(
                commanded, completedSince, results, lock, approval, undo, probation, verifies, Optional.of(accepted));
    }

    /** A restore takes people's edits back: what was said of them before says nothing of those that come after. */
    Trail undoing(Undo how) {
        return new Trail(
                commanded,
                completedSince,
                results,
                lock,
                approval,
                Optional.of(how),
                Optional.empty(),
                verifies,
                how.remedy() == Remedy.RESTORE ? Optional.empty() : editsAccepted);
    }

    Trail onProbation(Optional<Probation> until) {
        return new Trail(commanded, completedSince, results, lock, approval, undo, until, verifies, editsAccepted);
    }
}
