package dev.sheetway.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data directory of a stack: what its processes keep, their logs, and what the launcher knows of them. */
public record StackDir(Path root) {
    public StackDir {
        root = root.toAbsolutePath().normalize();
    }

    /** What the broker or the emulator stores. */
    public Path dataOf(Part part) {
        return root.resolve(part.wireName());
    }

    /** Backups that are no Drive copies. */
    public Path archives() {
        return root.resolve("archives");
    }

    public Path logOf(Part part) {
        return root.resolve("logs").resolve(part.wireName() + ".log");
    }

    Path run() {
        return root.resolve("run");
    }

    Path runFileOf(Part part) {
        return run().resolve(part.wireName() + ".json");
    }

    Path brokerPortFile() {
        return run().resolve("broker.port");
    }

    void create() throws IOException {
        Files.createDirectories(run());
        Files.createDirectories(root.resolve("logs"));
        Files.createDirectories(archives());
    }
}
