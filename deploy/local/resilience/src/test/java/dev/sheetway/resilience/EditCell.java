package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.emulator.workbook.NewColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One edit of a person, right before one call of a migration: so before each step, between any two of its calls, and
 * between the last read and the batch.
 *
 * @param way {@link Direction#ROLLBACK}: of a migration that fails after expand and rolls itself back
 */
record EditCell(UserEdit edit, Direction way, Moment moment) {
    /** Right before which call. */
    sealed interface Moment {
        /** Counted from 1. */
        record Call(int number) implements Moment {}

        /** The batch that has the effect: no reading can help. */
        record Batch() implements Moment {}
    }

    /** @param calls of a migration that completes, and of one that is rolled back */
    static List<EditCell> all(int calls, int callsWithRollback) {
        List<EditCell> cells = new ArrayList<>(sample());
        for (UserEdit edit : UserEdit.values()) {
            for (int call = 1; call <= calls; call++) {
                cells.add(new EditCell(edit, Direction.FORWARD, new Moment.Call(call)));
            }
            for (int call = 1; call <= callsWithRollback; call++) {
                cells.add(new EditCell(edit, Direction.ROLLBACK, new Moment.Call(call)));
            }
        }
        return List.copyOf(cells);
    }

    /** The moments at which no reading can help. */
    static List<EditCell> sample() {
        return Stream.of(UserEdit.values())
                .flatMap(edit -> Stream.of(Direction.values()).map(way -> new EditCell(edit, way, new Moment.Batch())))
                .toList();
    }

    KillResult run(Arena arena) {
        SpreadsheetId sheet = arena.newSheet();
        SheetShape shape = arena.shape(sheet);
        Request.Migrate request = arena.request(sheet);
        if (way == Direction.ROLLBACK) {
            arena.arm(sheet, KillCell.damageAfterExpand(arena, shape));
        }
        arena.arm(sheet, edit(shape));
        Watch watch = arena.watch(request);
        arena.publish(request);
        MigrationView migration = watch.awaitRest();
        JsonNode fault = arena.lastFault(sheet);
        arena.disarm(sheet);
        if (fault.path("fired").asInt() == 0 || fault.has("refused")) {
            throw new AssertionError("nobody edited: " + fault + "; " + migration.reason());
        }
        Optional<Leg> during = watch.legAt(Instant.parse(fault.path("firedAt").asText()));
        return new KillResult(
                toString(),
                migration.outcome().wireName(),
                Optional.empty(),
                "in " + during.map(Leg::toString).orElse("nothing") + ", "
                        + fault.path("firedOn").asText() + ": " + migration.reason(),
                problems(arena, sheet, shape, migration, during));
    }

    private List<String> problems(
            Arena arena, SpreadsheetId sheet, SheetShape shape, MigrationView migration, Optional<Leg> during) {
        NewColumns planned = Aftermath.plannedColumns(arena, sheet, migration);
        List<String> problems = new ArrayList<>(Aftermath.problems(
                arena, migration, allowed(during, migration), sheet, arena.untouched(edit.requests(shape)), planned));
        if (migration.outcome() != Outcome.COMPLETED && migration.reason().isBlank()) {
            problems.add("no reason is given");
        }
        if (edit == UserEdit.VALUE_CHANGED && moment instanceof Moment.Batch && !isReported(migration, shape)) {
            problems.add("the edit is not listed");
        }
        // our columns went where the last column was that we saw: a column that came since moved beyond them
        if (edit == UserEdit.COLUMN_INSERTED_BEFORE_OURS
                && (planned.first() == UserEdit.OLD_COLUMNS || deletesANeighbour(during))) {
            problems.removeIf(problem -> problem.startsWith("workbook: named range Spools: "));
        }
        return problems;
    }

    /** The column before ours, which holds formulas: it comes back with them. */
    private boolean deletesANeighbour(Optional<Leg> during) {
        return edit == UserEdit.COLUMN_INSERTED_BEFORE_OURS
                && during.equals(Optional.of(new Leg(Step.EXPAND, Direction.ROLLBACK)));
    }

    private Outcome done() {
        return way == Direction.FORWARD ? Outcome.COMPLETED : Outcome.ROLLED_BACK;
    }

    /** In the verification that follows the batch, by its row. */
    private boolean isReported(MigrationView migration, SheetShape shape) {
        return migration.step(Step.VERIFY, way).flatMap(StepView::result).flatMap(EditCell::report).stream()
                .flatMap(report -> report.checks().stream())
                .flatMap(check -> check.differences().stream())
                .anyMatch(difference -> difference.row() == UserEdit.changedRow(shape) + 1);
    }

    private static Optional<CheckReport> report(StepResult result) {
        if (result instanceof StepResult.Verified verified) {
            return Optional.of(verified.report());
        }
        return result instanceof StepResult.RollbackVerified verified
                ? Optional.of(verified.report())
                : Optional.empty();
    }

    /**
     * A row that comes between the last read and the batch of expand pushes real rows away from the values that the
     * batch writes: verification sees it, and everything is taken back.
     */
    private Set<Outcome> allowed(Optional<Leg> during, MigrationView migration) {
        if (!edit.isHarmless()) {
            return EnumSet.of(
                    Outcome.COMPLETED, Outcome.PAUSED, Outcome.REJECTED, Outcome.ROLLED_BACK, Outcome.ROLLBACK_STUCK);
        }
        if (deletesANeighbour(during) && migration.reason().startsWith("not-implemented: ")) {
            // the emulator evaluates no formula that is entered again, so its results cannot be read
            return EnumSet.of(Outcome.ROLLBACK_STUCK);
        }
        if (edit == UserEdit.COLUMN_INSERTED_BEFORE_OURS && !(moment instanceof Moment.Batch)) {
            // what the plan's expect.headers forbids is seen by the next read, unless the columns are there already
            return EnumSet.of(Outcome.REJECTED, Outcome.ROLLED_BACK, done());
        }
        if (way == Direction.ROLLBACK) {
            return EnumSet.of(Outcome.ROLLED_BACK);
        }
        boolean shifted = edit == UserEdit.ROW_INSERTED_ABOVE
                && during.equals(Optional.of(new Leg(Step.EXPAND, Direction.FORWARD)));
        if (!shifted) {
            return EnumSet.of(Outcome.COMPLETED);
        }
        return moment instanceof Moment.Batch
                ? EnumSet.of(Outcome.ROLLED_BACK)
                : EnumSet.of(Outcome.COMPLETED, Outcome.ROLLED_BACK);
    }

    private ObjectNode edit(SheetShape shape) {
        ObjectNode fault = Arena.fault("userEdit").put("when", "before");
        switch (moment) {
            case Moment.Call call -> fault.put("method", "*").put("nth", call.number());
            case Moment.Batch batch ->
                fault.put("method", "sheets.spreadsheets.batchUpdate").put("containing", "/expand/" + way + "/");
        }
        fault.putObject("edit").set("requests", Arena.json(edit.requests(shape)));
        return fault;
    }

    @Override
    public String toString() {
        String migration = way == Direction.FORWARD ? "" : "migration with rollback, ";
        return edit + " / " + migration
                + switch (moment) {
                    case Moment.Call call -> "before call " + call.number();
                    case Moment.Batch batch ->
                        "between the last read and the batch of expand"
                                + (way == Direction.FORWARD ? "" : "'s rollback");
                };
    }
}
