package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
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

    private static final int SECONDS_FEWEST = 1;
    private static final int SECONDS_MOST = 4;

    static Expected of(StepResult.Previewed preview, MigrationPlan plan) {
        long cells = (long) (preview.realRows() + 1)
                * Math.max(1, preview.headersAfter().size());
        int more = (int) ((Math.max(1, cells) - 1) / CELLS);
        return new Expected(FEWEST_READS + WHOLE_TABLE * more, WRITES);
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
