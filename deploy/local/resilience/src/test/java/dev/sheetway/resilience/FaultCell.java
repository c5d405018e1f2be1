package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.request.Request;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One fault of Google at one call of a migration.
 *
 * @param call which of the migration's calls, from 1
 * @param afterCommit whether what was asked for is done all the same
 */
record FaultCell(int call, Fault fault, boolean afterCommit) {

    /** What Google may do to a call. */
    enum Fault {
        STATUS_429(429),
        STATUS_500(500),
        STATUS_503(503),
        STATUS_504(504),
        STATUS_400(400),
        STATUS_401(401),
        STATUS_403(403),
        STATUS_404(404),
        HTML502(0),
        CLOSE(0),
        TRUNCATE(0),
        LATENCY(0);

        private final int status;

        Fault(int status) {
            this.status = status;
        }

        /** Longer than the read time-out of this module's stacks. */
        private static final int TOO_LONG_MILLIS = 13_000;

        ObjectNode json() {
            if (status > 0) {
                return Arena.fault("status").put("status", status);
            }
            ObjectNode fault = Arena.fault(name().toLowerCase(Locale.ROOT));
            return this == LATENCY ? fault.put("latencyMs", TOO_LONG_MILLIS) : fault;
        }

        /** How a migration may end that met it once, before anybody resumes it. */
        Set<Outcome> allowed() {
            return switch (this) {
                case STATUS_429, STATUS_500, STATUS_503, STATUS_504, HTML502, CLOSE, TRUNCATE, LATENCY ->
                    EnumSet.of(Outcome.COMPLETED);
                case STATUS_401, STATUS_403 -> EnumSet.of(Outcome.COMPLETED, Outcome.PAUSED);
                // no such spreadsheet is rejected, no such folder for backups refused before anything is written
                case STATUS_404 -> EnumSet.of(Outcome.COMPLETED, Outcome.PAUSED, Outcome.REJECTED, Outcome.ROLLED_BACK);
                // a bad request is ours: refused before the first write, rolled back after it
                case STATUS_400 -> EnumSet.of(Outcome.COMPLETED, Outcome.PAUSED, Outcome.REJECTED, Outcome.ROLLED_BACK);
            };
        }
    }

    static List<FaultCell> all(int calls) {
        List<FaultCell> cells = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            for (Fault fault : Fault.values()) {
                cells.add(new FaultCell(call, fault, false));
                cells.add(new FaultCell(call, fault, true));
            }
        }
        return List.copyOf(cells);
    }

    /** A migration that ends paused is resumed, and must then complete. */
    KillResult run(Arena arena) {
        SpreadsheetId sheet = arena.newSheet();
        Request.Migrate request = arena.request(sheet);
        arena.arm(
                sheet, fault.json().put("method", "*").put("nth", call).put("when", afterCommit ? "after" : "before"));
        Watch watch = arena.watch(request);
        arena.publish(request);
        MigrationView migration = watch.awaitRest();
        List<String> problems = new ArrayList<>(problems(arena, migration, fault.allowed(), sheet));
        String outcome = migration.outcome().wireName();
        JsonNode fired = arena.lastFault(sheet);
        if (fired.path("fired").asInt() == 0) {
            problems.add("the fault met no call");
        }
        if (migration.outcome() == Outcome.PAUSED) {
            arena.publish(arena.steer(request, Request.Steering.RESUME));
            MigrationView resumed = watch.awaitRestAfterResuming();
            outcome += ", resumed: " + resumed.outcome().wireName();
            problems.addAll(problems(arena, resumed, EnumSet.of(Outcome.COMPLETED), sheet));
        }
        arena.disarm(sheet);
        return new KillResult(
                toString(),
                outcome,
                Optional.empty(),
                fired.path("firedOn").asText() + " " + migration.reason(),
                problems);
    }

    private static List<String> problems(
            Arena arena, MigrationView migration, Set<Outcome> allowed, SpreadsheetId sheet) {
        return Aftermath.problems(arena, migration, allowed, sheet, arena.untouched(""));
    }

    @Override
    public String toString() {
        return "call " + call + " / " + fault.name().toLowerCase(Locale.ROOT) + " / "
                + (afterCommit ? "after" : "before") + " the effect";
    }
}
