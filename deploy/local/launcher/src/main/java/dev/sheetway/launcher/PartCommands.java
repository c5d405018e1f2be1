package dev.sheetway.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command lines and settings of the six processes; heap limits keep their sum under 2 GiB resident. */
final class PartCommands {
    private static final String BROKER_MAIN = "dev.sheetway.broker.BrokerMain";
    private static final String EMULATOR_MAIN = "dev.sheetway.emulator.EmulatorMain";
    private static final String ROOT_URL = "SHEETWAY_GOOGLE_ROOT_URL";
    private static final String GOOGLE = "https://sheets.googleapis.com/";
    /** The emulator's shared-drive folder, where a service account may own copies. */
    private static final String BACKUP_FOLDER = "sheetway-backups-folder";

    private final StackLayout layout;
    private final StackDir dir;
    private final Map<Part, Integer> ports;
    private final World world;

    PartCommands(StackLayout layout, StackDir dir, Map<Part, Integer> ports, World world) {
        this.world = world;
        this.layout = layout;
        this.dir = dir;
        this.ports = Map.copyOf(ports);
    }

    PartCommand of(Part part) {
        return switch (part) {
            case BROKER -> broker();
            case EMULATOR -> emulator();
            case ORCHESTRATOR -> service(part, "-Xmx160m", Map.of());
            case BACKUP_SERVICE ->
                service(
                        part,
                        "-Xmx128m",
                        google(
                                "emu.sa.backup-service.spreadsheets.readonly+drive",
                                Map.of(
                                        "SHEETWAY_BACKUP_ARCHIVE_DIR",
                                        dir.archives().toString())));
            case SCHEMA_SERVICE ->
                service(
                        part,
                        "-Xmx128m",
                        google(
                                "emu.sa.schema-service.spreadsheets+drive.readonly",
                                Map.of(
                                        "SHEETWAY_GOOGLE_PROBES_DIR",
                                        dir.probes().toString())));
            case VERIFY_SERVICE ->
                service(
                        part,
                        "-Xmx256m",
                        google("emu.sa.verify-service.spreadsheets.readonly+drive.readonly", Map.of()));
        };
    }

    /** Where the processes run. */
    Path home() {
        return layout.home();
    }

    private PartCommand broker() {
        List<String> command = java(Part.BROKER, "-Xms64m", "-Xmx384m");
        command.addAll(List.of("-cp", layout.libraries(), BROKER_MAIN));
        command.addAll(List.of("--port", port(Part.BROKER), "--controller-port", "0"));
        command.addAll(List.of("--data-dir", dir.dataOf(Part.BROKER).toString()));
        command.addAll(List.of("--port-file", dir.brokerPortFile().toString()));
        return new PartCommand(command, Map.of());
    }

    private PartCommand emulator() {
        List<String> command = java(Part.EMULATOR, "-Xms32m", "-Xmx384m");
        command.addAll(List.of("-cp", layout.libraries(), EMULATOR_MAIN, "--port", port(Part.EMULATOR)));
        command.addAll(List.of("--data-dir", dir.dataOf(Part.EMULATOR).toString()));
        return new PartCommand(command, Map.of());
    }

    private PartCommand service(Part part, String heap, Map<String, String> settings) {
        List<String> command = java(part, "-Xms32m", heap);
        command.addAll(List.of("-jar", layout.quarkusJar(part).toString()));
        Map<String, String> environment = new LinkedHashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(Part.BROKER));
        environment.put("QUARKUS_HTTP_PORT", port(part));
        environment.put(PartCommand.INSTANCE, part.wireName() + "-1");
        return new PartCommand(command, environment);
    }

    /** @param token towards the emulator; towards Google the application default credentials count */
    private Map<String, String> google(String token, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(more);
        switch (world) {
            // the services inherit another one, such as a private endpoint's
            case GOOGLE -> {
                if (System.getenv(ROOT_URL) == null) {
                    settings.put(ROOT_URL, GOOGLE);
                }
            }
            case EMULATOR -> {
                settings.put(ROOT_URL, "http://127.0.0.1:" + port(Part.EMULATOR));
                settings.put("SHEETWAY_GOOGLE_TOKEN", token);
                settings.put("SHEETWAY_BACKUP_FOLDER_ID", BACKUP_FOLDER);
            }
        }
        return settings;
    }

    /** A process that is out of memory ends, and is seen to have ended, instead of limping on. */
    private List<String> java(Part part, String... heap) {
        List<String> command = new ArrayList<>(List.of(PartCommand.java()));
        command.addAll(List.of(heap));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(layout.archiveOptions(part));
        return command;
    }

    private String port(Part part) {
        return Integer.toString(java.util.Objects.requireNonNull(ports.get(part)));
    }
}
