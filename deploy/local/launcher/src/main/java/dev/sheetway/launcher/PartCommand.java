package dev.sheetway.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one process is started.
 *
 * @param environment settings on top of the launcher's own environment; credentials stand here, where other users
 *     cannot see them
 */
record PartCommand(List<String> command, Map<String, String> environment) {
    static final String INSTANCE = "SHEETWAY_INSTANCE_ID";

    PartCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same under another name in its consumer group: two of one name put each other out. */
    PartCommand asInstance(String instanceId) {
        Map<String, String> renamed = new HashMap<>(environment);
        renamed.put(INSTANCE, instanceId);
        return new PartCommand(command, renamed);
    }

    /** The same with one more argument. */
    PartCommand with(String argument) {
        List<String> longer = new ArrayList<>(command);
        longer.add(argument);
        return new PartCommand(longer, environment);
    }

    /** Changes when the process would be started otherwise. */
    String hash() {
        return Digest.of(command + "\n" + new TreeMap<>(environment));
    }

    /** {@code java} of the JDK that runs the launcher. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
