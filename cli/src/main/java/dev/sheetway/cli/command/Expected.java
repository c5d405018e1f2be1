package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.wire.Json;

/**
 * What a live run is expected to take, from figures that were measured on the case study and Google's own quotas: 60 reads
 * and 60 writes a minute for one account.
 *
 * @param reads calls that read, when nobody edits meanwhile
 * @param writes calls that write, the Drive copy among them
 */
record Expected(int reads, int writes) {
    /** Cells that one call asks for at most. */
    private static final long CELLS = 200_000;

    private static final int A_MINUTE = 60;
    /** Open, backup, expand, verify, initialise and smoke look once each; the copy is read too, expand checks what it wrote. */
    private static final int FEWEST_READS = 8;
    /** Open, copy, expand, close. */
    private static final int WRITES = 4;
    /** Backup reads the table and its copy, verification and smoke read it again. */
    private static final int WHOLE_TABLE = 4;

    /** Expand looks at the tab in which its batch kept what it touched: where it is, and its cells. */
    private static final int KEPT_TAB = 2;
    /** Verification looks at the backup's columns where the live ones differ, as they must: structure and cells. */
    private static final int BACKUP_AGAIN = 2;

    private static final int SECONDS_FEWEST = 1;
    private static final int SECONDS_MOST = 4;

    static Expected of(StepResult.Previewed preview, MigrationPlan plan) {
        long cells = (long) (preview.realRows() + 1)
                * Math.max(1, preview.headersAfter().size());
        int chunks = 1 + (int) ((Math.max(1, cells) - 1) / CELLS);
        return new Expected(FEWEST_READS + WHOLE_TABLE * (chunks - 1) + ofChanges(plan, chunks), WRITES);
    }

    /** What is read besides where a plan changes what is there; the schema-service's budget test counts the same. */
    private static int ofChanges(MigrationPlan plan, int chunks) {
        boolean drops = has(plan, DropColumn.class);
        boolean renames = has(plan, RenameColumn.class);
        boolean writes = has(plan, ConvertColumn.class) || has(plan, Backfill.class);
        boolean tabs = has(plan, AddTab.class);
        boolean cells = drops || writes || has(plan, SetValidation.class);
        // open and expand look alike: at the tabs, the cells, and what refers to columns that go
        int look = (drops || tabs ? 1 : 0) + (cells ? chunks : 0) + (drops ? 1 : 0);
        int unmoved = cells || tabs ? 1 : 0;
        int kept = cells || renames ? KEPT_TAB : 0;
        int backup = writes || renames ? BACKUP_AGAIN : 0;
        return 2 * look + unmoved + kept + backup;
    }

    private static boolean has(MigrationPlan plan, Class<? extends Change> kind) {
        return !plan.changes(kind).isEmpty();
    }

    /** Whole minutes that quota makes it wait. */
    int minutesOfWaiting() {
        return Math.max((reads - 1) / A_MINUTE, (writes - 1) / A_MINUTE);
    }

    private int fewestSeconds() {
        return (reads + writes) * SECONDS_FEWEST + minutesOfWaiting() * A_MINUTE;
    }

    private int mostSeconds() {
        return (reads + writes) * SECONDS_MOST + minutesOfWaiting() * A_MINUTE;
    }

    String text() {
        return "expected: about " + (reads + writes) + " calls of Google (" + reads + " reads, " + writes
                + " writes), " + fewestSeconds() + " to " + mostSeconds() + " s if each takes 1 to 4 s; "
                + (minutesOfWaiting() == 0
                        ? "60 reads and 60 writes a minute make it wait for nothing"
                        : "of that " + minutesOfWaiting() + " min waiting for quota (60 reads and 60 writes a minute)");
    }

    ObjectNode json() {
        return Json.mapper()
                .createObjectNode()
                .put("reads", reads)
                .put("writes", writes)
                .put("fewestSeconds", fewestSeconds())
                .put("mostSeconds", mostSeconds())
                .put("minutesOfWaiting", minutesOfWaiting());
    }
}
