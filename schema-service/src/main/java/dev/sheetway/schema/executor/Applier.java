package dev.sheetway.schema.executor;

import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.Planned;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.SheetWriter;

/** Carries out what a planner decided and says what became of it. */
final class Applier {
    private final SheetWriter writer;
    private final Memory memory;

    Applier(SheetWriter writer, Memory memory) {
        this.writer = writer;
        this.memory = memory;
    }

    /**
     * @throws StepFailedException refused, locked, stale
     * @throws dev.sheetway.workspace.GatewayException nothing can be said yet
     */
    <R extends StepResult> R carryOut(CommandHeader header, Planned<R> planned, Class<R> kind) {
        return switch (planned) {
            case Planned.NothingToDo<R> nothing -> nothing.result();
            case Planned.Refused<R> refused -> throw new StepFailedException(refused.failure());
            case Planned.Write<R> write -> apply(header, write, kind);
        };
    }

    private <R extends StepResult> R apply(CommandHeader header, Planned.Write<R> write, Class<R> kind) {
        EffectBatch batch = new EffectBatch(
                header.effectId(), write.slotSheetId(), write.effects(), Details.encode(write.result(), write.undo()));
        memory.wrote(header.spreadsheetId());
        return switch (writer.apply(header.spreadsheetId(), batch)) {
            case BatchOutcome.Applied applied -> write.result();
            case BatchOutcome.AlreadyApplied already -> earlier(already.record(), write.result(), kind);
            case BatchOutcome.Stale stale -> throw new StepFailedException(stale(header));
            case BatchOutcome.Locked locked -> throw new StepFailedException(locked(header, locked.owner()));
            case BatchOutcome.Refused refused -> throw new StepFailedException(refused.failure());
        };
    }

    private static <R extends StepResult> R earlier(EffectRecord record, R planned, Class<R> kind) {
        return planned instanceof StepResult.Opened ? planned : Details.decode(record.detail(), kind);
    }

    private static Failure stale(CommandHeader header) {
        return Failure.of(
                FailureClass.STALE,
                "slot-taken-by-rollback",
                "effect \"" + header.effectId() + "\" on spreadsheet \"" + header.spreadsheetId()
                        + "\" was made impossible by a rollback: expected a free slot; nothing written; nothing to do");
    }

    private static Failure locked(CommandHeader header, String owner) {
        return Failure.of(
                FailureClass.FAILED,
                "locked",
                "spreadsheet \"" + header.spreadsheetId() + "\" is locked by migration \"" + owner
                        + "\": expected no lock; nothing written; let it end or roll it back, then ask again");
    }
}
