package dev.sheetway.emulator;

import dev.sheetway.emulator.access.Principal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an emulator starts.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for a free one
 * @param dataDir directory of the durable store, created when missing; null keeps everything in memory
 * @param shares role ({@code writer}, {@code reader}) by e-mail, given to every imported file
 * @param clock time of files and quotas
 * @param seed of the generated ids; null for ids that differ each time
 */
public record EmulatorOptions(
        String host,
        int port,
        @Nullable Path dataDir,
        Map<String, String> shares,
        Clock clock,
        @Nullable Long seed) {

    /** The port when none is given. */
    public static final int DEFAULT_PORT = 18090;

    /** In memory, on a free port of 127.0.0.1, shared with the three services: what tests need. */
    public static EmulatorOptions inMemory() {
        return new EmulatorOptions("127.0.0.1", 0, null, defaultShares(), Clock.systemUTC(), null);
    }

    /** {@code schema-service} and {@code backup-service} as writers, {@code verify-service} as reader. */
    public static Map<String, String> defaultShares() {
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put(Principal.serviceAccount("schema-service"), "writer");
        shares.put(Principal.serviceAccount("backup-service"), "writer");
        shares.put(Principal.serviceAccount("verify-service"), "reader");
        return shares;
    }

    public EmulatorOptions withHost(String newHost) {
        return new EmulatorOptions(newHost, port, dataDir, shares, clock, seed);
    }

    public EmulatorOptions withPort(int newPort) {
        return new EmulatorOptions(host, newPort, dataDir, shares, clock, seed);
    }

    public EmulatorOptions withDataDir(@Nullable Path directory) {
        return new EmulatorOptions(host, port, directory, shares, clock, seed);
    }

    public EmulatorOptions withShares(Map<String, String> roles) {
        return new EmulatorOptions(host, port, dataDir, roles, clock, seed);
    }

    public EmulatorOptions withClock(Clock newClock) {
        return new EmulatorOptions(host, port, dataDir, shares, newClock, seed);
    }

    public EmulatorOptions withSeed(long newSeed) {
        return new EmulatorOptions(host, port, dataDir, shares, clock, newSeed);
    }
}
