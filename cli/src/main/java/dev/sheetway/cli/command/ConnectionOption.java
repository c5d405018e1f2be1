package dev.sheetway.cli.command;

import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.local.Home;
import dev.sheetway.launcher.Part;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which broker. */
final class ConnectionOption {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka; default: SHEETWAY_BOOTSTRAP_SERVERS, else the one-machine stack's broker")
    Optional<String> bootstrapServers = Optional.empty();

    /** Fails within ten seconds when nobody answers. */
    Bus connect() {
        return Bus.connect(bootstrapServers
                .or(() -> Optional.ofNullable(System.getenv("SHEETWAY_BOOTSTRAP_SERVERS")))
                .filter(servers -> !servers.isBlank())
                .orElseGet(() -> "127.0.0.1:" + Home.find().portOf(Part.BROKER)));
    }
}
