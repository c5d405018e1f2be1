package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.live.LiveSheets;
import dev.sheetway.cli.local.Home;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.World;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command reads the live sheet itself: from the one-machine stack's emulator unless told otherwise. */
final class SheetOption {
    @Option(
            names = "--google",
            description = "read from Google, with the application default credentials of this process")
    boolean google;

    @Option(
            names = "--emulator",
            paramLabel = "URL",
            description = "read from an emulator; default: the one-machine stack's, http://127.0.0.1:18090")
    Optional<URI> emulator = Optional.empty();

    /** @param sourceSoFar {@code google} when answers came from there until now */
    LiveSheets connect(Optional<String> sourceSoFar) {
        if (google && emulator.isPresent()) {
            throw new CliFailure(Exit.USAGE, "--google and --emulator: expected one of them; nothing was read");
        }
        boolean fromGoogle = google || (emulator.isEmpty() && isGoogle(sourceSoFar));
        return LiveSheets.of(fromGoogle ? Optional.empty() : Optional.of(emulator.orElseGet(SheetOption::local)));
    }

    private static boolean isGoogle(Optional<String> sourceSoFar) {
        return sourceSoFar
                .map("google"::equals)
                .orElseGet(() -> Home.find().stack(Optional.empty(), Map.of()).world() == World.GOOGLE);
    }

    private static URI local() {
        return URI.create("http://127.0.0.1:" + Home.find().portOf(Part.EMULATOR));
    }
}
