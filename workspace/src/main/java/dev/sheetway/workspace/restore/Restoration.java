package dev.sheetway.workspace.restore;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts a spreadsheet back to what a backup holds, cell by cell, in place: tabs and columns keep their ids.
 *
 * <p>Phases, in rounds until nothing differs: read the spreadsheet and the backup and compare them; keep what stands there
 * now, when anything of it is going to be overwritten; write what differs, in as many batches as its size asks for. At last
 * a batch without effects, whose record is the result: the end.
 *
 * <p>Every batch has its own slot and record under an epoch of its own, and is sent only when the one before it has its
 * record. A batch that finds its slot taken by another execution's batch goes back to reading. So a crash anywhere is
 * repaired by reading the records and comparing again, and no batch of an execution that hangs can land behind the end: it
 * would need the slot that the end has taken.
 *
 * <p>Failure modes: people type meanwhile: the next round finds it, keeps it and overwrites it, at most {@value
 * #MOST_ROUNDS} times, then pauses. What is typed into a cell between the reading and the batch that overwrites that very
 * cell is overwritten unseen: Sheets has no precondition. Somebody inserts rows in that instant: the batch goes by place,
 * the next round compares by place and puts right.
 */
public final class Restoration {
    /** What one batch may hold: Google recommends at most 2 MB. */
    public static final int MOST_BYTES = 1_500_000;

    private static final int MOST_ROUNDS = 6;

    /**
     * What a restore came to.
     *
     * @param cells of the backup that have a content; every one of them equals the backup
     * @param changed cells that were written
     * @param before where that is kept which was overwritten, oldest first; empty when nothing was
     * @param unlike cells whose formats, note or entered error value could not be put back
     */
    public record Result(long cells, long changed, List<String> before, int unlike) {
        public Result {
            before = List.copyOf(before);
        }
    }

    /** Keeps the spreadsheet as it stands. */
    @FunctionalInterface
    public interface Keeper {
        /** @return where it is kept, for people: one or more places */
        List<String> keep();
    }

    /** Is told before every call that may take long. */
    @FunctionalInterface
    public interface Watch {
        void report(String activity, long done, long total, String unit);
    }

    private final SheetWriter writer;
    private final SpreadsheetId id;
    private final Backup backup;
    private final Watch watch;
    private final int mostBytes;

    public Restoration(SheetWriter writer, SpreadsheetId id, Backup backup, Watch watch, int mostBytes) {
        this.writer = writer;
        this.id = id;
        this.backup = backup;
        this.watch = watch;
        this.mostBytes = mostBytes;
    }

    /**
     * @param first effect of the first batch; those of the others differ in their epochs
     * @throws GatewayException when it cannot go on: what was written stays, and the next run goes on from there
     */
    public Result run(EffectId first, Keeper keeper) {
        Set<Place> written = Set.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            watch.report("comparing with the backup", round, MOST_ROUNDS, "rounds");
            Workbook now = writer.open(id);
            Ledger ledger = Ledger.read(now, first);
            if (ledger.end().isPresent()) {
                return ledger.end().get();
            }
            List<Effect> shape = Shape.effects(now, backup.tabs());
            Differences found = Differences.of(writer, id, now, backup);
            boolean settled = written.containsAll(found.wanted().keySet())
                    && found.contents().isEmpty();
            if (shape.isEmpty() && settled) {
                Result result = new Result(
                        found.compared(),
                        ledger.changed(),
                        ledger.before(),
                        found.wanted().size() + found.unwritable().size());
                if (end(now, ledger, result)) {
                    return result;
                }
                continue; // another execution wrote meanwhile
            }
            List<String> kept = found.overwritten() > 0 ? keeper.keep() : List.of();
            write(now, ledger, batches(shape, found), kept);
            written = found.wanted().keySet();
        }
        throw busy();
    }

    /** The shape goes first: the cells need its rows, columns and tabs. */
    private List<List<Effect>> batches(List<Effect> shape, Differences found) {
        List<List<Effect>> batches = new ArrayList<>(Batches.of(found.wanted(), backup.extent(), mostBytes));
        if (!shape.isEmpty()) {
            List<Effect> first = new ArrayList<>(shape);
            if (!batches.isEmpty()) {
                first.addAll(batches.removeFirst());
            }
            batches.addFirst(first);
        }
        return batches;
    }

    private void write(Workbook now, Ledger ledger, List<List<Effect>> batches, List<String> kept) {
        List<String> before = kept;
        for (int i = 0; i < batches.size(); i++) {
            watch.report("restoring", i, batches.size(), "batches");
            List<Effect> effects = batches.get(i);
            String detail = Ledger.batch(cells(effects), before);
            if (!apply(now, ledger, new EffectBatch(ledger.next(), slotTab(now), effects, detail))) {
                return;
            }
            before = List.of();
        }
    }

    private static long cells(List<Effect> effects) {
        return effects.stream()
                .mapToLong(each -> each instanceof Effect.PutCells put
                        ? put.rows().stream().mapToLong(List::size).sum()
                        : 0)
                .sum();
    }

    private boolean end(Workbook now, Ledger ledger, Result result) {
        return apply(now, ledger, new EffectBatch(ledger.next(), slotTab(now), List.of(), Ledger.end(result)));
    }

    /** @return false when another execution's batch has that slot: what was read is out of date */
    private boolean apply(Workbook now, Ledger ledger, EffectBatch batch) {
        switch (writer.apply(id, batch)) {
            case BatchOutcome.Applied applied -> ledger.applied(batch.detail());
            case BatchOutcome.AlreadyApplied earlier -> {
                return false;
            }
            case BatchOutcome.Refused refused -> throw new GatewayException(refused.failure());
            case BatchOutcome.Locked locked ->
                throw new IllegalStateException("a restore takes no lock, but \"" + locked.owner() + "\" has it");
            case BatchOutcome.Stale stale ->
                throw new GatewayException(Failure.of(
                        FailureClass.STALE,
                        "overtaken",
                        "batch " + batch.effect().path() + " of the restore of spreadsheet \"" + now.id()
                                + "\" was made impossible; nothing written by it"));
        }
        return true;
    }

    /** Slots must point somewhere that is there before the batch. */
    private static int slotTab(Workbook now) {
        return now.slotTab().sheetId();
    }

    private GatewayException busy() {
        return new GatewayException(Failure.of(
                FailureClass.PAUSE,
                "edited-while-restoring",
                "spreadsheet \"" + id + "\" differed from its backup after each of " + MOST_ROUNDS
                        + " rounds of writing: people or programs edit it meanwhile; expected no difference; every cell"
                        + " that was overwritten is kept; ask them to stop for a minute, then resume"));
    }
}
