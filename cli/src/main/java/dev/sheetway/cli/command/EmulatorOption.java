package dev.sheetway.cli.command;

import dev.sheetway.cli.local.EmulatorAdmin;
import dev.sheetway.cli.local.Home;
import dev.sheetway.launcher.Part;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which emulator. */
final class EmulatorOption {
    @Option(
            names = "--emulator",
            paramLabel = "URL",
            description = "default: the one-machine stack's, http://127.0.0.1:18090")
    Optional<URI> emulator = Optional.empty();

    EmulatorAdmin connect() {
        return new EmulatorAdmin(emulator.orElseGet(
                () -> URI.create("http://127.0.0.1:" + Home.find().portOf(Part.EMULATOR))));
    }
}
