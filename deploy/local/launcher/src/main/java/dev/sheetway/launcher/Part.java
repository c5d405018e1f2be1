package dev.sheetway.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A process of the stack, in the order in which they are started. */
public enum Part {
    BROKER("broker", 19092, "broker"),
    EMULATOR("emulator", 18090, "emulator"),
    ORCHESTRATOR("orchestrator", 18080, "orchestrator"),
    BACKUP_SERVICE("backup-service", 18081, "backup"),
    SCHEMA_SERVICE("schema-service", 18082, "schema"),
    VERIFY_SERVICE("verify-service", 18083, "verify");

    private final String wireName;
    private final int defaultPort;
    private final String portWord;

    Part(String wireName, int defaultPort, String portWord) {
        this.wireName = wireName;
        this.defaultPort = defaultPort;
        this.portWord = portWord;
    }

    /** The name in {@code ps} and of its log. */
    public String wireName() {
        return wireName;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The command-line flag that chooses its port, such as {@code --backup-port}. */
    public String portFlag() {
        return "--" + portWord + "-port";
    }

    /** The environment variable that chooses its port, such as {@code SHEETWAY_BACKUP_PORT}. */
    public String portVariable() {
        return "SHEETWAY_" + portWord.toUpperCase(java.util.Locale.ROOT) + "_PORT";
    }

    public static Optional<Part> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(part -> part.wireName.equals(name))
                .findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Part::wireName).toList();
    }
}
