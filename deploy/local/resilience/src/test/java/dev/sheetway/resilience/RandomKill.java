package dev.sheetway.resilience;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.launcher.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A kill from outside at any moment of a migration, of any of the six processes. */
record RandomKill(Part victim, Duration after) {
    /** About as long as a migration of the small workbook takes. */
    private static final int LONGEST_MILLIS = 2_500;

    static RandomKill draw(RandomGenerator random) {
        Part victim = Part.values()[random.nextInt(Part.values().length)];
        return new RandomKill(victim, Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
    }

    KillResult run(Arena arena) {
        arena.processes().up();
        SpreadsheetId sheet = arena.newSheet();
        Request.Migrate request = arena.request(sheet);
        Watch watch = arena.watch(request);
        arena.publish(request);
        long end = System.nanoTime() + after.toNanos();
        watch.await("moment of the kill", () -> System.nanoTime() >= end);
        Instant killed = Instant.now();
        arena.processes().kill(victim);
        arena.processes().up();
        MigrationView migration = watch.awaitRest();
        return new KillResult(
                toString(),
                migration.outcome().wireName(),
                watch.toNextCompletion(killed),
                watch.legAt(killed).map(leg -> "in " + leg).orElse("not yet accepted"),
                Aftermath.problems(arena, migration, Set.of(Outcome.COMPLETED), sheet, arena.untouched("")));
    }

    @Override
    public String toString() {
        return victim.wireName() + " after " + after.toMillis() + " ms";
    }
}
