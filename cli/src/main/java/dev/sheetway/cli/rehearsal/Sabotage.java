package dev.sheetway.cli.rehearsal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.Json;
import java.util.List;
import java.util.Optional;

/**
 * Faults of the emulator that make one step fail, each where people or Google could make it fail. Batches are told
 * apart by the effect id in their record, so a fault hits its step however often others read.
 */
public final class Sabotage {
    /** What a person is made to type into a new row, so that initialise has something to do. */
    public static final String LATE_ROW = "LATE-ROW";

    private static final String BATCH = "sheets.spreadsheets.batchUpdate";
    private static final String GET = "sheets.spreadsheets.get";

    private final SpreadsheetId spreadsheet;
    private final SheetShape shape;
    private final MigrationPlan plan;

    /** @param shape of the sheet before the migration */
    Sabotage(SpreadsheetId spreadsheet, SheetShape shape, MigrationPlan plan) {
        this.spreadsheet = spreadsheet;
        this.shape = shape;
        this.plan = plan;
    }

    /** Why {@code step} of {@code plan} cannot be made to fail: it calls nothing that could; empty when it can. */
    public static Optional<String> impossible(Step step, MigrationPlan plan) {
        return switch (step) {
            case BACKUP ->
                Optional.of("the plan's backup is an archive on this machine, and no call to Drive makes it")
                        .filter(why -> plan.backup().strategy() == BackupPolicy.Strategy.ARCHIVE);
            case INITIALISE ->
                Optional.of("no added column of the plan has an initial value, so this step writes nothing")
                        .filter(why -> plan.addedColumns().stream()
                                .allMatch(column -> column.initial().isEmpty()));
            case OPEN, EXPAND, VERIFY, SMOKE, CLOSE -> Optional.empty();
            case REMOVE_BACKUP -> Optional.of("a rehearsal ends long before backups are removed");
        };
    }

    /** @param gets how many {@code spreadsheets.get} of this spreadsheet come before and in the smoke step */
    List<ObjectNode> of(Step step, int gets) {
        return switch (step) {
            case OPEN -> List.of(alwaysRefused(Step.OPEN));
            case BACKUP -> List.of(refused("drive.files.copy").put("times", Integer.MAX_VALUE));
            case EXPAND -> List.of(alwaysRefused(Step.EXPAND));
            case VERIFY -> List.of(damagedNewCell());
            case INITIALISE -> List.of(lateRow(), alwaysRefused(Step.INITIALISE));
            case SMOKE -> List.of(refused(GET).put("nth", gets));
            case CLOSE -> List.of(alwaysRefused(Step.CLOSE));
            case REMOVE_BACKUP -> List.of();
        };
    }

    private ObjectNode refused(String method) {
        return fault(method).put("when", "before").put("kind", "status").put("status", 400);
    }

    /**
     * However often it is tried, because a step may plan its batch again. The quotation mark of the record behind the
     * effect's id tells the batch from one of the rollback, which names the effect to make it impossible.
     */
    private ObjectNode alwaysRefused(Step step) {
        return refused(BATCH)
                .put("containing", "/" + step.wireName() + "/FORWARD/1\\\"")
                .put("times", Integer.MAX_VALUE);
    }

    /** Somebody writes text where the plan wrote its initial value, or over a new header where it wrote none. */
    private ObjectNode damagedNewCell() {
        AddColumn column = plan.addedColumns().stream()
                .filter(added -> added.initial().isPresent())
                .findFirst()
                .orElse(plan.addedColumns().getFirst());
        int row = column.initial().isPresent() ? shape.firstRealRow() : plan.headerRow() - 1;
        return afterExpand(row, shape.columnOf(plan, column.name()), "not what the plan wrote");
    }

    /** Somebody adds a row right after expand: initialise has something to write. */
    private ObjectNode lateRow() {
        return afterExpand(shape.rowAfterLast(), shape.keyColumn(), LATE_ROW);
    }

    private ObjectNode afterExpand(int row, int column, String text) {
        ObjectNode fault = fault(BATCH)
                .put("containing", "/expand/FORWARD/")
                .put("when", "after")
                .put("kind", "userEdit");
        ArrayNode requests = fault.putObject("edit").putArray("requests");
        if (row >= shape.rowAfterLast()) {
            requests.addObject()
                    .putObject("appendDimension")
                    .put("sheetId", shape.sheetId())
                    .put("dimension", "ROWS")
                    .put("length", 1);
        }
        ObjectNode update = requests.addObject().putObject("updateCells");
        update.putObject("start")
                .put("sheetId", shape.sheetId())
                .put("rowIndex", row)
                .put("columnIndex", column);
        update.put("fields", "userEnteredValue");
        update.putArray("rows")
                .addObject()
                .putArray("values")
                .addObject()
                .putObject("userEnteredValue")
                .put("stringValue", text);
        return fault;
    }

    private ObjectNode fault(String method) {
        return Json.mapper().createObjectNode().put("method", method).put("spreadsheetId", spreadsheet.value());
    }
}
