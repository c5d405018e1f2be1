package dev.sheetway.workspace.bench;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.fingerprint.ColumnFingerprints;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Fingerprints one tab through the gateway and prints how long it took and how much memory. */
public final class FingerprintMain {
    private FingerprintMain() {}

    /** @param arguments root URL, spreadsheet, rows */
    public static void main(String[] arguments) throws IOException {
        GoogleWorkspace google =
                GoogleWorkspace.connect(GatewaySettings.of(URI.create(arguments[0]), TokenSource.fixed("owner"))
                        .withReadTimeout(Duration.ofMinutes(10)));
        int rows = Integer.parseInt(arguments[2]);
        GridArea area = new GridArea(0, 0, rows, 0, TableOnTheFly.COLUMNS);
        ColumnFingerprints fingerprints = new ColumnFingerprints(area);
        long begin = System.nanoTime();

        google.reader().scan(new SpreadsheetId(arguments[1]), area, fingerprints);

        long cells = fingerprints.columns().stream()
                .mapToLong(column -> column.cells())
                .sum();
        System.out.printf(
                "fingerprinted %,d cells in %d s with a heap of at most %d MiB%n",
                cells,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                Runtime.getRuntime().maxMemory() >> 20);
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                System.out.printf(
                        "%s: peak %d MiB%n", pool.getName(), pool.getPeakUsage().getUsed() >> 20);
            }
        }
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
            }
        }
        if (cells != (long) rows * TableOnTheFly.COLUMNS) {
            throw new IllegalStateException(
                    "expected " + (long) rows * TableOnTheFly.COLUMNS + " cells, found " + cells);
        }
    }
}
