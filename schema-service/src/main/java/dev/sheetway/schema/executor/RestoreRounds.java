package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.ContentDigest;
import dev.sheetway.schema.planner.KeptCells;
import dev.sheetway.schema.planner.Planned;
import dev.sheetway.schema.planner.RestoreBatch;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.schema.planner.Undo;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.SheetWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts back what was there, in rounds of one batch each. A round that met columns or rows other than those that were read
 * before it, because somebody edited in that very instant, is taken back by the next one from what it kept itself; then
 * the rollback is planned anew. Each round has a slot of its own (an epoch), free only once the one before has a record;
 * so a crash anywhere is repaired by walking the records again.
 */
final class RestoreRounds {
    /** In one execution; a person who resumes allows as many again. */
    private static final int MOST = 9;

    private final SheetWriter writer;
    private final SnapshotReader snapshots;
    private final Applier applier;
    private final KeptReads reads;

    RestoreRounds(SheetWriter writer, SnapshotReader snapshots, Applier applier) {
        this.writer = writer;
        this.snapshots = snapshots;
        this.applier = applier;
        this.reads = new KeptReads(writer);
    }

    /** A round that is on the sheet. */
    private record Round(int epoch, Contracted result, Optional<Undo> undo) {}

    Contracted run(Task task, Expanded expanded) {
        for (int round = 0; round < MOST; round++) {
            SheetSnapshot sheet = read(task, Wish.Audit.LAST_ROW_IF_THERE);
            Optional<Round> last = last(sheet, task);
            boolean sound =
                    last.map(one -> isSound(task.header().spreadsheetId(), one)).orElse(true);
            boolean repaired = last.flatMap(Round::undo).map(Undo::repair).orElse(false);
            if (last.isPresent() && sound && !repaired) {
                return last.get().result();
            }
            Expanded next =
                    sound ? expanded : last.flatMap(Round::undo).map(Undo::done).orElse(expanded);
            Task one = task.ofEpoch(last.map(Round::epoch).orElse(0) + 1);
            KeptCells cells = reads.read(sheet, one, next);
            if (!sheet.isLaidOutAs(read(task, Wish.Audit.NOTHING))) {
                continue;
            }
            Planned<Contracted> planned = RestoreBatch.plan(sheet, one, next, cells, !sound);
            Contracted result = applier.carryOut(one.header(), planned, Contracted.class);
            if (planned instanceof Planned.NothingToDo<Contracted> && sound) {
                return result;
            }
        }
        throw new StepFailedException(busy(task));
    }

    private SheetSnapshot read(Task task, Wish.Audit audit) {
        return snapshots.read(task, Wish.header(audit));
    }

    private Optional<Round> last(SheetSnapshot sheet, Task task) {
        Optional<Round> last = Optional.empty();
        for (int epoch = 1; ; epoch++) {
            Optional<String> detail =
                    sheet.marks().record(task.ofEpoch(epoch).header().effectId());
            if (detail.isEmpty()) {
                return last;
            }
            last = Optional.of(
                    new Round(epoch, Details.decode(detail.get(), Contracted.class), Details.undo(detail.get())));
        }
    }

    /** Whether the round met what it expected. */
    private boolean isSound(SpreadsheetId id, Round round) {
        Optional<ArchiveTab> archive = round.undo().flatMap(undo -> undo.done().archive());
        if (round.undo().isEmpty() || archive.isEmpty()) {
            return true;
        }
        Map<Integer, List<Cell>> kept = reads.archived(writer.open(id), archive.get());
        return round.undo().get().digests().entrySet().stream()
                .allMatch(expected -> ContentDigest.of(kept.getOrDefault(expected.getKey(), List.of()))
                        .equals(expected.getValue()));
    }

    private static Failure busy(Task task) {
        return Failure.of(
                FailureClass.PAUSE,
                "edited-while-restoring",
                "the rollback of tab \"" + task.plan().tab() + "\" of spreadsheet \""
                        + task.header().spreadsheetId() + "\" met edits of its columns in the same instant " + MOST
                        + " times: expected the cells as read a moment before, found others; each time what it had written"
                        + " was taken back from its hidden tab \"sheetway_archive_…\"; ask people to stop for a minute,"
                        + " then resume");
    }
}
