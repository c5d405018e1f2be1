package dev.sheetway.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a built tree keeps what the stack runs.
 *
 * @param home root of the repository
 * @param fresh where its processes write archives of their classes that the tree has not yet, or nowhere
 */
public record StackLayout(Path home, Optional<Path> fresh) {
    public StackLayout {
        home = home.toAbsolutePath().normalize();
    }

    public StackLayout(Path home) {
        this(home, Optional.empty());
    }

    /** The same tree, whose processes write archives of their classes below {@code dir}. */
    StackLayout recordingIn(Path dir) {
        return new StackLayout(home, Optional.of(dir));
    }

    /** Options of the JVM of {@code part}, for a start that takes less time. */
    List<String> archiveOptions(Part part) {
        return fresh.map(dir -> archives().recording(part, jars(part), freshOf(part, dir)))
                .orElseGet(() -> archives().reading(part, jars(part)));
    }

    /** Keeps in the tree what the ended processes wrote. */
    void keepArchives() {
        fresh.ifPresent(dir -> {
            for (Part part : Part.values()) {
                archives().keep(part, jars(part), freshOf(part, dir));
            }
        });
    }

    private ClassArchives archives() {
        return new ClassArchives(home.resolve("deploy/local/launcher/target"));
    }

    private static Path freshOf(Part part, Path dir) {
        return dir.resolve(part.wireName() + ".jsa");
    }

    private Path jars(Part part) {
        return switch (part) {
            case BROKER, EMULATOR -> libraryDir();
            case ORCHESTRATOR, BACKUP_SERVICE, SCHEMA_SERVICE, VERIFY_SERVICE ->
                java.util.Objects.requireNonNull(quarkusJar(part).getParent());
        };
    }

    /** Jars of broker and emulator, as a class path entry. */
    String libraries() {
        return libraryDir().resolve("*").toString();
    }

    private Path libraryDir() {
        return existing(home.resolve("deploy/local/launcher/target/stack/lib"));
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
