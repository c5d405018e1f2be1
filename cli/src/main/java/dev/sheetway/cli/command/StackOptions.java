package dev.sheetway.cli.command;

import dev.sheetway.cli.local.Home;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.Stack;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which one-machine stack, and its ports. */
final class StackOptions {
    @Option(names = "--data-dir", paramLabel = "DIR", description = "default: SHEETWAY_DATA_DIR, else .sheetway")
    Optional<Path> dataDir = Optional.empty();

    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);

    @Option(names = "--broker-port", paramLabel = "PORT", description = "default: SHEETWAY_BROKER_PORT, else 19092")
    void brokerPort(int port) {
        ports.put(Part.BROKER, port);
    }

    @Option(names = "--emulator-port", paramLabel = "PORT", description = "default: SHEETWAY_EMULATOR_PORT, else 18090")
    void emulatorPort(int port) {
        ports.put(Part.EMULATOR, port);
    }

    @Option(
            names = "--orchestrator-port",
            paramLabel = "PORT",
            description = "default: SHEETWAY_ORCHESTRATOR_PORT, else 18080")
    void orchestratorPort(int port) {
        ports.put(Part.ORCHESTRATOR, port);
    }

    @Option(names = "--backup-port", paramLabel = "PORT", description = "default: SHEETWAY_BACKUP_PORT, else 18081")
    void backupPort(int port) {
        ports.put(Part.BACKUP_SERVICE, port);
    }

    @Option(names = "--schema-port", paramLabel = "PORT", description = "default: SHEETWAY_SCHEMA_PORT, else 18082")
    void schemaPort(int port) {
        ports.put(Part.SCHEMA_SERVICE, port);
    }

    @Option(names = "--verify-port", paramLabel = "PORT", description = "default: SHEETWAY_VERIFY_PORT, else 18083")
    void verifyPort(int port) {
        ports.put(Part.VERIFY_SERVICE, port);
    }

    Stack stack() {
        return Home.find().stack(dataDir, ports);
    }
}
