package dev.sheetway.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a built tree keeps what the stack runs.
 *
 * @param home root of the repository
 */
public record StackLayout(Path home) {
    public StackLayout {
        home = home.toAbsolutePath().normalize();
    }

    /** Jars of broker and emulator, as a class path entry. */
    String libraries() {
        Path lib = home.resolve("deploy/local/launcher/target/stack/lib");
        return existing(lib).resolve("*").toString();
    }

    Path quarkusJar(Part service) {
        return existing(home.resolve(service.wireName()).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    private Path existing(Path built) {
        if (!Files.exists(built)) {
            throw new LauncherException(
                    LauncherException.Kind.USAGE,
                    "\"" + built + "\" is not there: the tree is not built; nothing was started; run ./mvnw -Dquick"
                            + " package in " + home);
        }
        return built;
    }
}
