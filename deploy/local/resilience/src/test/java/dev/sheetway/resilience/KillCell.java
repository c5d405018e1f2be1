package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One cell of the kill matrix: a migration in which one process is killed at one moment of one step. Until the step is
 * commanded its service is held by SIGSTOP, so that every moment from then on can be met.
 */
final class KillCell {
    /** Longer than a service needs to restart and try again: the first request lands after the second. */
    private static final Duration LATE = Duration.ofSeconds(25);
    /** Long enough to be killed in. */
    private static final Duration HELD = Duration.ofSeconds(3);

    private final Arena arena;
    private final Cell cell;
    private final SpreadsheetId sheet;
    private final Request.Migrate request;
    private String note = "";

    private KillCell(Arena arena, Cell cell) {
        this.arena = arena;
        this.cell = cell;
        this.sheet = arena.newSheet();
        this.request = arena.request(sheet);
    }

    static KillResult run(Arena arena, Cell cell) {
        arena.up();
        arena.arm();
        return new KillCell(arena, cell).run();
    }

    private KillResult run() {
        SheetShape shape = arena.shape(sheet);
        if (cell.leg().direction() == Direction.ROLLBACK) {
            arena.arm(damageAfterExpand(shape));
        }
        try (Watch watch = arena.watch(request)) {
            arena.hold(cell.leg(), watch, () -> arena.publish(request));
            if (lateRow()) {
                arena.edit(sheet, addRow(shape));
            }
            boolean exact = !watch.hasStarted(cell.leg());
            Instant killed = strike(watch);
            arena.up();
            MigrationView migration = watch.awaitRest();
            List<String> problems = Aftermath.problems(arena, migration, Set.of(expected()), sheet, untouched(shape));
            return new KillResult(
                    cell.toString(),
                    migration.outcome().wireName(),
                    watch.toNextCompletion(killed),
                    (exact ? "" : "the service was quicker than the hold; ") + note,
                    problems);
        } finally {
            thaw(); // whatever went wrong: the next cell needs it
        }
    }

    /** @return when the victim was killed */
    private Instant strike(Watch watch) {
        switch (cell.cut()) {
            case BEFORE_CONSUME -> {}
            case AFTER_CONSUME -> {
                arena.arm(hold("before", HELD).put("method", "*"));
                thaw();
                watch.awaitStarted(cell.leg());
            }
            case REQUEST_SENT ->
                meetRequest(watch, "before", cell.victim() == cell.leg().participant() ? LATE : HELD);
            case EFFECT_DONE -> meetRequest(watch, "after", HELD);
            case EVENT_SENT -> {
                thaw();
                watch.awaitCompletionEvent(cell.leg());
            }
            case OFFSET_NOT_COMMITTED -> {
                thaw();
                watch.awaitCompletionEvent(cell.leg());
                arena.freeze(cell.victim());
                note = arena.committedBehind(cell, request) ? "" : "the offset was committed already";
            }
        }
        Instant killed = Instant.now();
        arena.kill(cell.victim());
        if (cell.cut() == Cut.BEFORE_CONSUME && cell.victim() != cell.leg().participant()) {
            thaw();
        }
        return killed;
    }

    private void meetRequest(Watch watch, String when, Duration held) {
        arena.arm(hold(when, held).put("method", cell.leg().method()));
        thaw();
        watch.await("request of " + cell.leg(), () -> arena.fired() > 0);
    }

    private void thaw() {
        arena.thaw(cell.leg().participant());
    }

    /** Somebody adds a row to the table. */
    private static String addRow(SheetShape shape) {
        return "[{\"appendDimension\":{\"sheetId\":" + shape.sheetId() + ",\"dimension\":\"ROWS\",\"length\":1}},"
                + typing(shape.sheetId(), shape.rowAfterLast(), shape.keyColumn(), "LATE-ROW")
                        .substring(1);
    }

    private static ObjectNode hold(String when, Duration held) {
        return Arena.fault("latency").put("when", when).put("nth", 1).put("latencyMs", held.toMillis());
    }

    /** Initialise has something to write only when a row came since expand. */
    private boolean lateRow() {
        return cell.leg().step() == Step.INITIALISE;
    }

    private Outcome expected() {
        return cell.leg().direction() == Direction.FORWARD ? Outcome.COMPLETED : Outcome.ROLLED_BACK;
    }

    /** The same workbook with the same edits, which no migration touched. */
    private byte[] untouched(SheetShape shape) {
        SpreadsheetId twin = arena.newSheet();
        if (lateRow()) {
            arena.edit(twin, addRow(shape));
        }
        return arena.export(twin);
    }

    /** Verification fails, and the migration rolls itself back. */
    private ObjectNode damageAfterExpand(SheetShape shape) {
        int version = shape.columnOf(arena.plan(), "version");
        ObjectNode fault = Arena.fault("userEdit")
                .put("method", "sheets.spreadsheets.batchUpdate")
                .put("containing", "/expand/FORWARD/")
                .put("when", "after");
        fault.putObject("edit")
                .set(
                        "requests",
                        Arena.json(typing(shape.sheetId(), shape.firstRealRow(), version, "not what the plan wrote")));
        return fault;
    }

    static String typing(int sheetId, int row, int column, String text) {
        return """
                [{"updateCells":{"start":{"sheetId":%d,"rowIndex":%d,"columnIndex":%d},"fields":"userEnteredValue",
                  "rows":[{"values":[{"userEnteredValue":{"stringValue":"%s"}}]}]}}]""".formatted(sheetId, row, column, text);
    }
}
