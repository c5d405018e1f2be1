package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.launcher.Part;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One cell of the kill matrix: a migration in which one process is killed at one moment of one step. Until the step is
 * commanded its service is held by SIGSTOP, so that every moment from then on can be met; a request is held by the
 * emulator.
 */
final class KillCell {
    private final Arena arena;
    private final Cell cell;
    private final SpreadsheetId sheet;
    private final Request.Migrate request;
    private final Watch watch;
    private final SheetShape shape;
    private String note = "";

    private KillCell(Arena arena, Cell cell) {
        this.arena = arena;
        this.cell = cell;
        this.sheet = arena.newSheet();
        this.shape = arena.shape(sheet);
        this.request = arena.request(sheet);
        this.watch = arena.watch(request);
    }

    static KillResult run(Arena arena, Cell cell) {
        arena.processes().up();
        return new KillCell(arena, cell).run();
    }

    private KillResult run() {
        if (cell.leg().direction() == Direction.ROLLBACK) {
            arena.arm(sheet, damageAfterExpand(arena, shape));
        }
        try {
            arena.hold(cell.leg(), watch, () -> arena.publish(request));
            if (lateRow()) {
                arena.edit(sheet, addRow());
            }
            boolean exact = !watch.hasStarted(cell.leg());
            Instant killed = strike();
            arena.processes().up();
            MigrationView migration = watch.awaitRest();
            watch.await("end of the last request", () -> arena.open(sheet) == 0);
            List<String> problems = Aftermath.problems(
                    arena, migration, Set.of(expected()), sheet, arena.untouched(lateRow() ? addRow() : ""));
            return new KillResult(
                    cell.toString(),
                    migration.outcome().wireName(),
                    watch.toNextCompletion(killed),
                    (exact ? "" : "the service was quicker than the hold; ") + note,
                    problems);
        } finally {
            // whatever went wrong: the next cell needs them
            Leg.FORWARD.stream().map(Leg::participant).distinct().forEach(arena.processes()::thaw);
            arena.disarm(sheet);
        }
    }

    /** @return when the victim was killed */
    private Instant strike() {
        switch (cell.cut()) {
            case BEFORE_CONSUME -> {}
            case AFTER_CONSUME -> {
                arena.arm(sheet, hold("before", "*"));
                thaw();
                watch.awaitStarted(cell.leg());
            }
            case REQUEST_SENT -> meetRequest("before");
            case EFFECT_DONE -> meetRequest("after");
            case EVENT_SENT -> {
                thaw();
                watch.awaitCompletionEvent(cell.leg());
            }
            case OFFSET_NOT_COMMITTED -> {
                thaw();
                watch.awaitCompletionEvent(cell.leg());
                arena.processes().freeze(cell.victim());
                note = arena.committedBehind(cell, request) ? "" : "the offset was committed already";
            }
        }
        Instant killed = Instant.now();
        arena.processes().kill(cell.victim());
        if (cell.cut() == Cut.BEFORE_CONSUME && !killsTheService()) {
            thaw();
        }
        release();
        return killed;
    }

    private void meetRequest(String when) {
        arena.arm(sheet, hold(when, cell.leg().method()));
        thaw();
        watch.await("request of " + cell.leg(), () -> arena.fired(sheet));
    }

    /**
     * What the emulator holds goes on. A write that was sent by a service that is dead lands, as a zombie's, after the
     * step was done a second time.
     */
    private void release() {
        if (cell.cut() == Cut.REQUEST_SENT && killsTheService()) {
            arena.processes().up();
            watch.awaitCompleted(cell.leg());
        }
        if (cell.victim() != Part.EMULATOR) {
            arena.disarm(sheet);
        }
    }

    private boolean killsTheService() {
        return cell.victim() == cell.leg().participant();
    }

    private void thaw() {
        arena.processes().thaw(cell.leg().participant());
    }

    /** Somebody adds a row to the table. */
    private String addRow() {
        return "[{\"appendDimension\":{\"sheetId\":" + shape.sheetId() + ",\"dimension\":\"ROWS\",\"length\":1}},"
                + UserEdit.typing(shape.sheetId(), shape.rowAfterLast(), shape.keyColumn(), "LATE-ROW")
                        .substring(1);
    }

    private static ObjectNode hold(String when, String method) {
        return Arena.fault("hold").put("when", when).put("nth", 1).put("method", method);
    }

    /** Initialise has something to write only when a row came since expand. */
    private boolean lateRow() {
        return cell.leg().step() == Step.INITIALISE;
    }

    private Outcome expected() {
        return cell.leg().direction() == Direction.FORWARD ? Outcome.COMPLETED : Outcome.ROLLED_BACK;
    }

    /** Verification fails, and the migration rolls itself back; also when somebody inserts a row above the real ones. */
    static ObjectNode damageAfterExpand(Arena arena, SheetShape shape) {
        int version = shape.columnOf(arena.plan(), "version");
        ObjectNode fault = Arena.fault("userEdit")
                .put("method", "sheets.spreadsheets.batchUpdate")
                .put("containing", "/expand/FORWARD/")
                .put("when", "after");
        fault.putObject("edit")
                .set(
                        "requests",
                        Arena.json(UserEdit.typing(
                                shape.sheetId(), shape.firstRealRow() + 1, version, "not what the plan wrote")));
        return fault;
    }
}
