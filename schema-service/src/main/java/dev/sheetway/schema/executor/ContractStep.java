package dev.sheetway.schema.executor;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command.ContractSchema;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Optional;

/**
 * Rolls the expand step back.
 *
 * <p>Phases: 1 occupy the forward slots, so that no late batch can land any more; 2 read; 3 archive and delete in one
 * batch; 4 read again what it archived. A crash after any phase is repaired by doing all of it again: occupied slots stay
 * occupied, and the batch carries its own slot. When phase 4 finds that a neighbour was deleted or written, because
 * somebody moved columns in the instant of the batch, {@link RestoreRounds} puts it back.
 */
final class ContractStep {
    private final SheetWriter writer;
    private final SnapshotReader snapshots;
    private final Applier applier;

    ContractStep(SheetWriter writer, SnapshotReader snapshots, Applier applier) {
        this.writer = writer;
        this.snapshots = snapshots;
        this.applier = applier;
    }

    Contracted execute(ContractSchema command, Task task) {
        Optional<Expanded> expanded = occupy(command);
        if (expanded.isEmpty()) {
            return nothing(task);
        }
        return new RestoreRounds(writer, snapshots, applier).run(task, expanded.get());
    }

    /** A tab that is gone must not keep a migration from ending that never wrote to it. */
    private Contracted nothing(Task task) {
        Workbook book = writer.open(task.header().spreadsheetId());
        boolean readable = book.tab(task.plan().tab())
                .filter(tab -> task.plan().headerRow() <= tab.rowCount())
                .isPresent();
        int headers = readable
                ? snapshots.read(task, Wish.header(Wish.Audit.NOTHING)).header().count()
                : 0;
        return new Contracted(snapshots.source(), List.of(), Optional.empty(), headers);
    }

    private Optional<Expanded> occupy(ContractSchema command) {
        List<SlotState> states = writer.occupy(command.header().spreadsheetId(), command.forwardEffects());
        return states.stream()
                .filter(state -> isExpand(state.effect()))
                .filter(SlotState.Applied.class::isInstance)
                .map(state ->
                        Details.decode(((SlotState.Applied) state).record().detail(), Expanded.class))
                .findFirst();
    }

    private static boolean isExpand(EffectId effect) {
        return effect.step() == Step.EXPAND && effect.direction() == Direction.FORWARD;
    }
}
