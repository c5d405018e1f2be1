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
import java.util.Optional;

/**
 * Puts a spreadsheet back to what a backup holds, cell by cell, in place: tabs and columns keep their ids.
 *
 * <p>Phases, in rounds until nothing differs: read the spreadsheet and the backup and compare them; keep what stands there
 * now, when anything of it is going to be overwritten that this execution has not kept as it is; write what differs, in as
 * many batches as its size asks for, each after a last look at its own cells. At last a batch without effects, whose record
 * is the result: the end. A round writes a bounded number of cells, so that a spreadsheet in which all differs needs no more
 * memory: 16 bytes for each cell that stands there, twice.
 *
 * <p>Every batch has its own slot and record under an epoch of its own, and is sent only when the one before it has its
 * record. A batch that finds its slot taken by another execution's batch goes back to reading. So a crash anywhere is
 * repaired by reading the records and comparing again, and no batch of an execution that hangs can land behind the end: it
 * would need the slot that the end has taken.
 *
 * <p>Failure modes: people type meanwhile: a last look finds it, or the next round; it is kept, then overwritten, and after
 * {@value #MOST_ROUNDS} rounds that did not come to rest the restore pauses; a round that could not hold all that differs is
 * none of them as long as less differs than in the one before it. What is typed into a cell between the last look
 * and the batch, one call, is overwritten unseen: Sheets has no precondition. Somebody inserts rows in that instant: the
 * batch goes by place, the next round compares by place and puts right. Somebody deletes rows or the tab meanwhile: the
 * last look finds them missing, or Google refuses the batch, and the next round makes room again.
 */
public final class Restoration {
    /**
     * How much is written at once.
     *
     * @param bytes of one batch
     * @param cells of one round
     */
    public record Portion(int bytes, int cells) {
        /** Google recommends at most 2 MB for a call; so many cells are some tens of megabytes of memory. */
        public static final Portion GOOGLE = new Portion(1_500_000, 100_000);
    }

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
    private final Portion portion;
    private final LastLook lastLook;
    private final Written written = new Written();
    private Optional<SheetImage> kept = Optional.empty();
    /** Where that is kept, as far as no record tells it. */
    private final List<String> places = new ArrayList<>();

    /** For one run. */
    public Restoration(SheetWriter writer, SpreadsheetId id, Backup backup, Watch watch, Portion portion) {
        this.writer = writer;
        this.id = id;
        this.backup = backup;
        this.watch = watch;
        this.portion = portion;
        this.lastLook = new LastLook(writer, id, backup.extent());
    }

    /**
     * @param first effect of the first batch; those of the others differ in their epochs
     * @throws GatewayException when it cannot go on: what was written stays, and the next run goes on from there
     */
    public Result run(EffectId first, Keeper keeper) {
        Sent last = new Sent.All();
        int restless = 0;
        long differed = Long.MAX_VALUE;
        while (restless < MOST_ROUNDS) {
            watch.report("comparing with the backup", restless, MOST_ROUNDS, "rounds");
            Workbook now = writer.open(id);
            Ledger ledger = Ledger.read(now, first);
            if (ledger.end().isPresent()) {
                return ledger.end().get();
            }
            List<Effect> shape = Shape.effects(now, backup.tabs());
            Differences found = Differences.of(writer, id, now, backup, written, portion.cells());
            if (shape.isEmpty() && found.wanted().isEmpty()) {
                Result result = result(ledger, found.counts());
                last = end(now, ledger, result);
                if (last instanceof Sent.All) {
                    return result;
                }
                restless++; // another execution wrote meanwhile, or Google refuses the end
                continue;
            }
            if (!isKept(found)) {
                places.addAll(keeper.keep());
                kept = Optional.of(found.now());
            }
            last = write(now, ledger, batches(shape, found), found);
            long differs = found.counts().differing();
            restless += last instanceof Sent.All && !found.areAll() && differs < differed ? 0 : 1;
            differed = differs;
        }
        throw last instanceof Sent.Refused refused ? new GatewayException(refused.failure()) : busy();
    }

    private static Result result(Ledger ledger, Counts counts) {
        return new Result(counts.compared(), ledger.changed(), ledger.before(), (int)
                Math.min(Integer.MAX_VALUE, counts.unlike() + counts.unwritable()));
    }

    /**
     * Whether all that is going to be overwritten is kept as it stood when it was compared. What is kept was read a moment
     * later: of an edit in that moment the last look tells, unless somebody takes it back before.
     */
    private boolean isKept(Differences found) {
        return found.wanted().entrySet().stream()
                .filter(each -> each.getValue().found().whole() != 0)
                .allMatch(each -> kept.map(image -> image.at(each.getKey()))
                        .equals(Optional.of(each.getValue().found())));
    }

    /** The shape goes first: the cells need its rows, columns and tabs. */
    private List<List<Effect>> batches(List<Effect> shape, Differences found) {
        List<List<Effect>> batches = new ArrayList<>(Batches.of(found.wanted(), backup.extent(), portion.bytes()));
        if (!shape.isEmpty()) {
            List<Effect> first = new ArrayList<>(shape);
            if (!batches.isEmpty()) {
                first.addAll(batches.removeFirst());
            }
            batches.addFirst(first);
        }
        return batches;
    }

    /** What became of the batches of a round. */
    private sealed interface Sent {
        record All() implements Sent {}

        /** What was read is out of date: somebody edits, or another execution has written. */
        record Outdated() implements Sent {}

        record Refused(Failure failure) implements Sent {}
    }

    private Sent write(Workbook now, Ledger ledger, List<List<Effect>> batches, Differences found) {
        Workbook grid = now;
        for (int i = 0; i < batches.size(); i++) {
            watch.report("restoring", i, batches.size(), "batches");
            List<Effect> effects = batches.get(i);
            if (!lastLook.isAsFound(grid, effects, found.wanted())) {
                return new Sent.Outdated();
            }
            String detail = Ledger.batch(cells(effects), places);
            Sent sent = apply(now, ledger, new EffectBatch(ledger.next(), slotTab(grid), effects, detail));
            if (!(sent instanceof Sent.All)) {
                return sent;
            }
            written.add(effects);
            grid = i == 0 && batches.size() > 1 && !isOfCells(effects) ? writer.open(id) : grid;
            places.clear();
        }
        return new Sent.All();
    }

    private static boolean isOfCells(List<Effect> effects) {
        return effects.stream().allMatch(Effect.PutCells.class::isInstance);
    }

    private static long cells(List<Effect> effects) {
        return effects.stream()
                .mapToLong(each -> each instanceof Effect.PutCells put
                        ? put.rows().stream().mapToLong(List::size).sum()
                        : 0)
                .sum();
    }

    private Sent end(Workbook now, Ledger ledger, Result result) {
        return apply(now, ledger, new EffectBatch(ledger.next(), slotTab(now), List.of(), Ledger.end(result)));
    }

    private Sent apply(Workbook now, Ledger ledger, EffectBatch batch) {
        return switch (writer.apply(id, batch)) {
            case BatchOutcome.Applied applied -> {
                ledger.applied(batch.detail());
                yield new Sent.All();
            }
            case BatchOutcome.AlreadyApplied earlier -> new Sent.Outdated();
            case BatchOutcome.Refused refused -> new Sent.Refused(refused.failure());
            case BatchOutcome.Locked locked ->
                throw new IllegalStateException("a restore takes no lock, but \"" + locked.owner() + "\" has it");
            case BatchOutcome.Stale stale ->
                throw new GatewayException(Failure.of(
                        FailureClass.STALE,
                        "overtaken",
                        "batch " + batch.effect().path() + " of the restore of spreadsheet \"" + now.id()
                                + "\" was made impossible; nothing written by it"));
        };
    }

    /** Slots must point somewhere that is there before the batch. */
    private static int slotTab(Workbook now) {
        return now.slotTab().sheetId();
    }

    private GatewayException busy() {
        return new GatewayException(Failure.of(
                FailureClass.PAUSE,
                "edited-while-restoring",
                "spreadsheet \"" + id + "\" was edited in each of " + MOST_ROUNDS
                        + " rounds of comparing and writing: expected it to come to rest; every cell that was overwritten"
                        + " is kept in one of the copies; ask them to stop for a minute, then resume"));
    }
}
