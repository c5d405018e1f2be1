package dev.sheetway.workspace.google;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what became of a batch from what stands on the spreadsheet, never from the words of a refusal. Pure. */
final class Verdicts {
    private final ExactlyOnce slots;

    Verdicts(ExactlyOnce slots) {
        this.slots = slots;
    }

    /** Empty when the spreadsheet does not tell: slot free, the tab there, and no lock of others in the way. */
    Optional<BatchOutcome> of(Workbook workbook, EffectBatch batch, GatewayException problem) {
        return switch (slots.look(workbook, batch.effect())) {
            case Slot.Recorded recorded -> Optional.of(new BatchOutcome.AlreadyApplied(recorded.record()));
            case Slot.Fenced fenced -> Optional.of(new BatchOutcome.Stale());
            case Slot.Unaccounted taken -> Optional.of(new BatchOutcome.Refused(slotWithoutRecord(workbook, batch)));
            // A first copy of the batch may still land when the lock is given back: only a refusal settles it.
            case Slot.Free free ->
                problem.failure().failureClass() == FailureClass.UNKNOWN
                        ? Optional.empty()
                        : tabGone(workbook, batch).or(() -> lock(workbook, batch));
        };
    }

    /** Somebody deleted it in the instant of the batch, and can bring it back. */
    private static Optional<BatchOutcome> tabGone(Workbook workbook, EffectBatch batch) {
        if (workbook.tab(batch.slotSheetId()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new BatchOutcome.Refused(Failure.of(
                FailureClass.PAUSE,
                "tab-gone",
                "the tab that effect " + batch.effect().path() + " of spreadsheet \"" + workbook.id()
                        + "\" was planned for is not there any more: expected the sheet id " + batch.slotSheetId()
                        + ", found the tabs \""
                        + workbook.tabs().stream().map(Workbook.Tab::title).collect(Collectors.joining("\", \""))
                        + "\"; nothing written; bring the tab back from the version history, then resume")));
    }

    private static Optional<BatchOutcome> lock(Workbook workbook, EffectBatch batch) {
        Optional<String> owner = batch.effects().stream()
                .filter(Effect.TakeLock.class::isInstance)
                .map(effect -> ((Effect.TakeLock) effect).owner())
                .findFirst();
        if (owner.isEmpty() || !Marks.isLocked(workbook)) {
            return Optional.empty();
        }
        List<String> owners = Marks.lockOwners(workbook);
        if (owners.isEmpty()) {
            return Optional.of(new BatchOutcome.Refused(lockWithoutOwner(workbook)));
        }
        return owners.stream()
                .filter(other -> !other.equals(owner.get()))
                .findFirst()
                .map(BatchOutcome.Locked::new);
    }

    static Failure slotWithoutRecord(Workbook workbook, EffectBatch batch) {
        return slotWithoutRecord(workbook, batch.effect().path());
    }

    static Failure slotWithoutRecord(Workbook workbook, String effect) {
        return Failure.of(
                FailureClass.PAUSE,
                "slot-without-record",
                "spreadsheet \"" + workbook.id() + "\" has the slot of effect " + effect
                        + " but neither record nor fence: expected one of them; nothing written now; find out in the "
                        + "file's version history whether the effect is there, then resume");
    }

    private static Failure lockWithoutOwner(Workbook workbook) {
        return Failure.of(
                FailureClass.PAUSE,
                "lock-without-owner",
                "spreadsheet \"" + workbook.id() + "\" has the named range \"" + Marks.LOCK_NAME
                        + "\" but no metadata \"" + Marks.LOCK_KEY + "\": expected both or none; nothing written; make "
                        + "sure that no migration runs, delete the named range, then resume");
    }
}
