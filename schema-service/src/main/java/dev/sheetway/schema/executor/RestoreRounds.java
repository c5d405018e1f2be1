package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.ContentDigest;
import dev.sheetway.schema.planner.Formulas;
import dev.sheetway.schema.planner.KeptCells;
import dev.sheetway.schema.planner.Planned;
import dev.sheetway.schema.planner.RestoreBatch;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.schema.planner.Undo;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts back what was there, in rounds of one batch each. A round that met columns or rows other than those that were read
 * before it, because somebody edited in that very instant, is taken back by the next one from what it kept itself; then
 * the rollback is planned anew. Where that repair meets an edit, too, a person decides. Each round has a slot of its own (an epoch), free only once the one before has a record;
 * so a crash anywhere is repaired by walking the records again.
 */
final class RestoreRounds {
    /** In one execution; a person who resumes allows as many again. */
    private static final int MOST = 9;

    private final SheetWriter writer;
    private final SnapshotReader snapshots;
    private final Applier applier;
    private final KeptReads reads;
    private final FormulaReads formulas;

    RestoreRounds(SheetWriter writer, SnapshotReader snapshots, Applier applier) {
        this.writer = writer;
        this.snapshots = snapshots;
        this.applier = applier;
        this.reads = new KeptReads(writer);
        this.formulas = new FormulaReads(writer);
    }

    /** A round that is on the sheet. */
    private record Round(Contracted result, Optional<Undo> undo) {
        int repairs() {
            return undo.map(Undo::repairs).orElse(0);
        }
    }

    /** What is to be undone next: the migration (epoch 0), or a round that met what it did not expect. */
    private record Goal(Expanded done, int epoch) {}

    Contracted run(Task task, Expanded expanded) {
        Formulas before = Formulas.NONE;
        for (int attempt = 0; attempt < MOST; attempt++) {
            SheetSnapshot sheet = read(task, Wish.Audit.LAST_ROW_IF_THERE);
            List<Round> rounds = rounds(sheet, task);
            boolean sound = rounds.isEmpty() || isSound(task.header().spreadsheetId(), rounds.getLast());
            if (!rounds.isEmpty() && sound && rounds.getLast().repairs() == 0) {
                return told(rounds, rounds.getLast().result());
            }
            if (!sound && rounds.getLast().repairs() > 0) {
                throw new StepFailedException(unsettled(task, rounds));
            }
            Goal goal = goal(rounds, sound, expanded);
            Task one = task.ofEpoch(rounds.size() + 1);
            Formulas now = goal.epoch() == 0 ? formulas.beforeUndoing(expanded, sheet) : formulas.read(sheet);
            KeptCells cells = reads.read(sheet, one, goal.done()).with(goal.epoch() == 0 ? now : before, now);
            if (!sheet.isLaidOutAs(read(task, Wish.Audit.NOTHING))) {
                continue;
            }
            Planned<Contracted> planned = RestoreBatch.plan(sheet, one, goal.done(), cells, goal.epoch());
            before = now;
            Contracted result = applier.carryOut(one.header(), planned, Contracted.class);
            if (planned instanceof Planned.NothingToDo<Contracted> && goal.epoch() == 0) {
                return told(rounds, result);
            }
        }
        throw new StepFailedException(busy(task));
    }

    /** With what the repairs before it put back of other people's, and what they could not. */
    private static Contracted told(List<Round> rounds, Contracted last) {
        List<Difference> more = new ArrayList<>();
        for (Round repair : rounds) {
            if (repair.repairs() > 0) {
                repair.undo().stream()
                        .flatMap(undo -> undo.done().columns().stream())
                        .map(PlacedColumn::name)
                        .filter(header -> !last.deletedColumns().contains(header))
                        .forEach(header -> more.add(new Difference(0, header, "neighbour-put-back")));
                more.addAll(repair.result().kept());
            }
        }
        return last.keeping(more);
    }

    /** The last round, if it went wrong; else the migration. */
    private static Goal goal(List<Round> rounds, boolean sound, Expanded expanded) {
        return sound
                ? new Goal(expanded, 0)
                : new Goal(rounds.getLast().undo().map(Undo::done).orElse(expanded), rounds.size());
    }

    private SheetSnapshot read(Task task, Wish.Audit audit) {
        return snapshots.read(task, Wish.header(audit));
    }

    /** In the order of their epochs, which begin with 1. */
    private static List<Round> rounds(SheetSnapshot sheet, Task task) {
        List<Round> rounds = new ArrayList<>();
        Optional<String> detail = record(sheet, task, 1);
        while (detail.isPresent()) {
            rounds.add(new Round(Details.decode(detail.get(), Contracted.class), Details.undo(detail.get())));
            detail = record(sheet, task, rounds.size() + 1);
        }
        return rounds;
    }

    private static Optional<String> record(SheetSnapshot sheet, Task task, int epoch) {
        return sheet.marks().record(task.ofEpoch(epoch).header().effectId());
    }

    /** Whether the round met what it expected. */
    private boolean isSound(SpreadsheetId id, Round round) {
        Optional<ArchiveTab> archive = round.undo().flatMap(undo -> undo.done().archive());
        if (round.undo().isEmpty() || archive.isEmpty()) {
            return true;
        }
        Workbook book = writer.open(id);
        if (round.repairs() > 0 && book.tab(archive.get().sheetId()).isEmpty()) {
            return true; // a person's word that what it held is settled
        }
        Map<Integer, String> digests = round.undo().get().digests();
        Map<Integer, List<Cell>> kept = reads.archived(book, archive.get(), digests.keySet());
        return digests.entrySet().stream()
                .allMatch(expected -> ContentDigest.of(kept.getOrDefault(expected.getKey(), List.of()))
                        .equals(expected.getValue()));
    }

    private static Failure unsettled(Task task, List<Round> rounds) {
        String wrong = tab(rounds.get(rounds.getLast().repairs() - 1));
        String repair = tab(rounds.getLast());
        return Failure.of(
                FailureClass.PAUSE,
                "repair-met-an-edit",
                "the rollback of tab \"" + task.plan().tab() + "\" of spreadsheet \""
                        + task.header().spreadsheetId()
                        + "\" met edits of its columns in the instant of its batch, and again"
                        + " in the instant of the batch that took that one back: expected the cells as read a moment before,"
                        + " found others; what stood there before the first one is in hidden tab \"" + wrong
                        + "\", before the second one in \"" + repair + "\"; put back by hand what is missing, delete \""
                        + repair + "\", then resume");
    }

    private static String tab(Round round) {
        return round.undo()
                .flatMap(undo -> undo.done().archive())
                .map(ArchiveTab::title)
                .orElse("");
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
