package dev.sheetway.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The data directory of a stack: what its processes keep, their logs, and what the launcher knows of them. */
public record StackDir(Path root) {
    private static final String WORLD = "world";

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

    /** Evidence of how Google answers the open questions. */
    public Path probes() {
        return root.resolve("probes");
    }

    /**
     * Whose spreadsheets this directory's stack changes; one that has a broker's data and does not say so had the
     * emulator.
     */
    public Optional<World> world() throws IOException {
        Path file = root.resolve(WORLD);
        if (Files.exists(file)) {
            return Optional.of(World.valueOf(Files.readString(file).strip()));
        }
        return Files.exists(dataOf(Part.BROKER)) ? Optional.of(World.EMULATOR) : Optional.empty();
    }

    void begin(World world) throws IOException {
        Files.writeString(root.resolve(WORLD), world.name() + "\n");
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
