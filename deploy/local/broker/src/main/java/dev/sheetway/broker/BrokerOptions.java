package dev.sheetway.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@link BrokerMain} is told on its command line.
 *
 * @param port of the clients' listener on 127.0.0.1; 0: any free one
 * @param controllerPort of the controller's listener on 127.0.0.1; 0: any free one
 * @param dataDir formatted at first use; one process at a time
 * @param portFile written with the port, as decimal text, once clients can work; removed first
 * @param parent process id with whose end the broker ends too; empty: it lives on its own
 */
public record BrokerOptions(int port, int controllerPort, Path dataDir, Path portFile, Optional<Long> parent) {

    /** @throws IllegalArgumentException when an option is unknown, lacks its value or is missing */
    static BrokerOptions parse(List<String> arguments) {
        int port = 0;
        int controllerPort = 0;
        Optional<Path> dataDir = Optional.empty();
        Optional<Path> portFile = Optional.empty();
        Optional<Long> parent = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("option " + option + " has no value; " + USAGE);
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--port" -> port = Integer.parseInt(value);
                case "--controller-port" -> controllerPort = Integer.parseInt(value);
                case "--data-dir" -> dataDir = Optional.of(Path.of(value));
                case "--port-file" -> portFile = Optional.of(Path.of(value));
                case "--parent-pid" -> parent = Optional.of(Long.valueOf(value));
                default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
            }
        }
        Path dir = dataDir.orElseThrow(() -> new IllegalArgumentException("--data-dir is missing; " + USAGE));
        return new BrokerOptions(port, controllerPort, dir, portFile.orElse(dir.resolve("broker.port")), parent);
    }

    private static final String USAGE =
            "expected --data-dir DIR [--port N] [--controller-port N] [--port-file FILE] [--parent-pid N]";

    /** The command line that {@link #parse} reads. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--port", Integer.toString(port),
                "--controller-port", Integer.toString(controllerPort),
                "--data-dir", dataDir.toString(),
                "--port-file", portFile.toString()));
        parent.ifPresent(pid -> arguments.addAll(List.of("--parent-pid", pid.toString())));
        return List.copyOf(arguments);
    }
}
