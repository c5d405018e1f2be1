package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.emulator.workbook.NewColumns;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One edit of a person at one moment of a migration.
 *
 * @param before the step that is commanded but not begun; empty: between the last read and the batch of expand
 */
record EditCell(UserEdit edit, Optional<Leg> before) {

    static List<EditCell> all() {
        List<EditCell> cells = new ArrayList<>(sample());
        for (UserEdit edit : UserEdit.values()) {
            Leg.FORWARD.forEach(leg -> cells.add(new EditCell(edit, Optional.of(leg))));
        }
        return List.copyOf(cells);
    }

    /** The moment at which no reading can help. */
    static List<EditCell> sample() {
        return List.of(UserEdit.values()).stream()
                .map(edit -> new EditCell(edit, Optional.empty()))
                .toList();
    }

    KillResult run(Arena arena) {
        arena.up();
        arena.arm();
        SpreadsheetId sheet = arena.newSheet();
        SheetShape shape = arena.shape(sheet);
        Request.Migrate request = arena.request(sheet);
        try (Watch watch = arena.watch(request)) {
            if (before.isPresent()) {
                arena.hold(before.get(), watch, () -> arena.publish(request));
                try {
                    arena.edit(sheet, edit.requests(shape));
                } finally {
                    arena.thaw(before.get().participant());
                }
            } else {
                arena.arm(inTheGap(shape));
                arena.publish(request);
            }
            MigrationView migration = watch.awaitRest();
            List<String> problems = new ArrayList<>(Aftermath.problems(
                    arena, migration, allowed(), sheet, twin(arena, shape), whereNow(arena, migration)));
            if (pushedIntoANamedRange()) {
                problems.removeIf(problem -> problem.startsWith("workbook: named range Spools: "));
            }
            return new KillResult(
                    toString(), migration.outcome().wireName(), Optional.empty(), migration.reason(), problems);
        }
    }

    /** Our columns go where the last column was that we saw: a column that came since has moved beyond them. */
    private boolean pushedIntoANamedRange() {
        return before.isEmpty() && edit == UserEdit.COLUMN_INSERTED_BEFORE_OURS;
    }

    /**
     * A row that comes between the last read and the batch pushes real rows away from the values that the batch writes:
     * verification sees it, and everything is taken back.
     */
    private Set<Outcome> allowed() {
        if (before.isEmpty() && edit == UserEdit.ROW_INSERTED_ABOVE) {
            return EnumSet.of(Outcome.ROLLED_BACK);
        }
        return edit.isHarmless()
                ? EnumSet.of(Outcome.COMPLETED)
                : EnumSet.of(Outcome.COMPLETED, Outcome.PAUSED, Outcome.REJECTED, Outcome.ROLLED_BACK);
    }

    private NewColumns whereNow(Arena arena, MigrationView migration) {
        return edit != UserEdit.TAB_DELETED && Aftermath.columnsAreThere(migration)
                ? new NewColumns(
                        edit == UserEdit.TAB_RENAMED
                                ? UserEdit.OTHER_TITLE
                                : arena.plan().tab(),
                        pushedIntoANamedRange() ? UserEdit.OLD_COLUMNS : edit.firstNewColumn(),
                        arena.plan().addedColumns().size())
                : NewColumns.NONE;
    }

    /** The same workbook with the same edit, which no migration touched. */
    private byte[] twin(Arena arena, SheetShape shape) {
        SpreadsheetId twin = arena.newSheet();
        arena.edit(twin, edit.requests(shape));
        return arena.export(twin);
    }

    private ObjectNode inTheGap(SheetShape shape) {
        ObjectNode fault = Arena.fault("userEdit")
                .put("method", "sheets.spreadsheets.batchUpdate")
                .put("containing", "/" + Step.EXPAND.wireName() + "/FORWARD/")
                .put("when", "before");
        fault.putObject("edit").set("requests", Arena.json(edit.requests(shape)));
        return fault;
    }

    @Override
    public String toString() {
        return edit + " / "
                + before.map(leg -> "before " + leg).orElse("between the last read and the batch of expand");
    }
}
