package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.request.Request;

/** How many calls of Google's API a migration takes whom nothing happens to. */
final class Calls {
    private Calls() {}

    static int ofAMigration(Arena arena) {
        return count(arena, arena.newSheet(), Outcome.COMPLETED);
    }

    /** One that is damaged after expand, and rolls itself back. */
    static int ofARollback(Arena arena) {
        SpreadsheetId sheet = arena.newSheet();
        arena.arm(sheet, KillCell.damageAfterExpand(arena, arena.shape(sheet)));
        return count(arena, sheet, Outcome.ROLLED_BACK);
    }

    private static int count(Arena arena, SpreadsheetId sheet, Outcome expected) {
        ObjectNode counting = Arena.fault("latency").put("latencyMs", 0).put("method", "*");
        arena.arm(sheet, counting);
        Request.Migrate request = arena.request(sheet);
        int before = arena.calls();
        arena.publish(request);
        MigrationView migration = arena.watch(request).awaitRest();
        int all = arena.calls() - before;
        int seen = arena.lastFault(sheet).path("seen").asInt();
        arena.disarm(sheet);
        if (migration.outcome() != expected || seen != all) {
            throw new AssertionError("expected " + expected + " and that all of " + all
                    + " calls are about the spreadsheet or its backup, found " + migration.outcome() + " and " + seen
                    + ": " + migration.reason());
        }
        return seen;
    }
}
