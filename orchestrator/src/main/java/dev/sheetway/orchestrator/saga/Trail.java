package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.StepResult;
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
 * @param backup the newest backup
 * @param backedUpAt log-append time of its event
 * @param rollbackReason why the rollback began
 */
public record Trail(
        List<CommandedLeg> commanded,
        List<CompletedStep> completedSince,
        Optional<StepResult.BackedUp> backup,
        Optional<Instant> backedUpAt,
        Optional<StepResult.Expanded> expanded,
        Lock lock,
        Approval approval,
        Optional<String> rollbackReason) {

    /** Forward steps that write more than the lock, and so leave a slot that a rollback must occupy. */
    private static final Set<Step> MUTATING = EnumSet.of(Step.EXPAND, Step.INITIALISE, Step.CLOSE);

    public Trail {
        commanded = List.copyOf(commanded);
        completedSince = List.copyOf(completedSince);
    }

    static Trail start(boolean requireApproval) {
        return new Trail(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Lock.ABSENT,
                requireApproval ? Approval.REQUIRED : Approval.NOT_ASKED,
                Optional.empty());
    }

    /** The number of the last attempt at {@code leg}; 0 when it was never commanded. */
    int lastAttempt(Leg leg) {
        return commanded.stream()
                .filter(each -> each.leg().equals(leg))
                .mapToInt(CommandedLeg::lastAttempt)
                .max()
                .orElse(0);
    }

    /** Whether the plan's changes may be on the sheet: expand was commanded, answered or not. */
    boolean mayHaveChangedTheSheet() {
        return lastAttempt(Leg.forward(Step.EXPAND)) > 0;
    }

    /** Every mutating effect ever commanded forward, newest first. */
    List<EffectId> forwardEffects(MigrationId migrationId) {
        return commanded.reversed().stream()
                .filter(each -> each.leg().direction() == Direction.FORWARD
                        && MUTATING.contains(each.leg().step()))
                .map(each -> new EffectId(migrationId, each.leg().step(), Direction.FORWARD, each.epoch()))
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
        return new Trail(legs, completedSince, backup, backedUpAt, expanded, lock, approval, rollbackReason);
    }

    private int indexOf(Leg leg, int epoch) {
        for (int i = 0; i < commanded.size(); i++) {
            if (commanded.get(i).leg().equals(leg) && commanded.get(i).epoch() == epoch) {
                return i;
            }
        }
        return -1;
    }

    Trail completing(CompletedStep step, StepResult result) {
        boolean closed = result instanceof StepResult.Closed;
        List<CompletedStep> steps = closed ? List.of() : append(step);
        boolean backedUp = result instanceof StepResult.BackedUp;
        return new Trail(
                commanded,
                steps,
                result instanceof StepResult.BackedUp made ? Optional.of(made) : backup,
                backedUp ? Optional.of(step.at()) : backedUpAt,
                result instanceof StepResult.Expanded made ? Optional.of(made) : expanded,
                lockAfter(result),
                approval,
                rollbackReason);
    }

    private List<CompletedStep> append(CompletedStep step) {
        List<CompletedStep> steps = new ArrayList<>(completedSince);
        steps.add(step);
        return steps;
    }

    private Lock lockAfter(StepResult result) {
        return switch (result) {
            case StepResult.Opened opened -> opened.alreadyMigrated() ? lock : Lock.HELD;
            case StepResult.Closed closed -> Lock.RELEASED;
            case StepResult.BackedUp other -> lock;
            case StepResult.Expanded other -> lock;
            case StepResult.Verified other -> lock;
            case StepResult.Initialised other -> lock;
            case StepResult.SmokeRan other -> lock;
            case StepResult.Contracted other -> lock;
            case StepResult.RollbackVerified other -> lock;
            case StepResult.Previewed other -> lock;
        };
    }

    /** An attempt at the lock ended without a definite answer. */
    Trail doubtingLock() {
        Lock doubted = lock == Lock.ABSENT ? Lock.UNCERTAIN : lock;
        return new Trail(commanded, completedSince, backup, backedUpAt, expanded, doubted, approval, rollbackReason);
    }

    Trail approved() {
        return new Trail(commanded, completedSince, backup, backedUpAt, expanded, lock, Approval.GIVEN, rollbackReason);
    }

    Trail rollingBack(String reason) {
        return new Trail(commanded, completedSince, backup, backedUpAt, expanded, lock, approval, Optional.of(reason));
    }
}
