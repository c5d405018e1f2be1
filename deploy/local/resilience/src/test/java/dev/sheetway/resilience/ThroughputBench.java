package dev.sheetway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.launcher.Part;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Migrations per second through the packaged stack: {@code -Dsheetway.bench.migrations=N} small sheets (default 100),
 * all asked for at once, the emulator without latency and without quotas. Not in the build: it measures, and its name
 * is no test's.
 */
class ThroughputBench {
    private static final int WARM_UP = 8;

    @Test
    void manyMigrationsAtOnce() throws IOException {
        int migrations = Integer.getInteger("sheetway.bench.migrations", 100);
        try (Arena arena = Arena.start()) {
            run(arena, WARM_UP);

            List<Duration> times = new ArrayList<>();
            Instant first = Instant.now();
            Instant last = first;
            for (MigrationView migration : run(arena, migrations)) {
                assertThat(migration.outcome()).as(migration.reason()).isEqualTo(Outcome.COMPLETED);
                times.add(Duration.between(migration.since(), migration.until()));
                last = last.isAfter(migration.until()) ? last : migration.until();
            }
            print(
                    arena,
                    migrations,
                    Duration.between(first, last),
                    times.stream().sorted().toList());
        }
    }

    private static List<MigrationView> run(Arena arena, int migrations) {
        List<Request.Migrate> requests = Stream.generate(() -> arena.request(arena.newSheet()))
                .limit(migrations)
                .toList();
        List<Watch> watches = requests.stream().map(arena::watch).toList();
        requests.forEach(arena::publish);
        return watches.stream().map(Watch::awaitRest).toList();
    }

    private static void print(Arena arena, int migrations, Duration all, List<Duration> sorted) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| migrations, all asked for at once | " + migrations + " |");
        rows.add("| migrations per second | %.2f |".formatted(migrations * 1000.0 / all.toMillis()));
        rows.add("| duration of one, median | " + seconds(sorted.get(sorted.size() / 2)) + " |");
        rows.add("| duration of one, 99th percentile | " + seconds(sorted.get((sorted.size() * 99 - 1) / 100)) + " |");
        for (Part part : Part.values()) {
            rows.add("| peak resident memory, " + part.wireName() + " | "
                    + arena.processes()
                            .peakKilobytes(part)
                            .map(kilobytes -> kilobytes / 1024 + " MiB")
                            .orElse("not known here")
                    + " |");
        }
        rows.add("| load of the machine at the end | %.1f |"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        Table.print("throughput.md", "| what | found |", rows);
    }

    private static String seconds(Duration time) {
        return "%.2f s".formatted(time.toMillis() / 1000.0);
    }
}
