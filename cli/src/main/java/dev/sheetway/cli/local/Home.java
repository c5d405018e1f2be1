package dev.sheetway.cli.local;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.Ports;
import dev.sheetway.launcher.Stack;
import dev.sheetway.launcher.StackDir;
import dev.sheetway.launcher.StackLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The repository that {@code ./sheetway} stands in, and the stack whose data lies in it.
 *
 * @param root of the repository
 */
public record Home(Path root) {

    /** Where {@code ./sheetway} said that it is. */
    public static Home find() {
        return Optional.ofNullable(System.getProperty("sheetway.home"))
                .map(root -> new Home(Path.of(root).toAbsolutePath().normalize()))
                .orElseThrow(() -> new CliFailure(
                        Exit.USAGE, "system property sheetway.home is not set: start this program with ./sheetway"));
    }

    public StackLayout layout() {
        return new StackLayout(root);
    }

    /** {@code --data-dir}, else {@code SHEETWAY_DATA_DIR}, else {@code .sheetway} in the repository. */
    public StackDir dataDir(Optional<Path> flag) {
        return new StackDir(flag.or(() ->
                        Optional.ofNullable(System.getenv("SHEETWAY_DATA_DIR")).map(Path::of))
                .orElse(root.resolve(".sheetway")));
    }

    /** The stack of the data directory, its ports as the environment wants them. */
    public Stack stack(Optional<Path> dataDir, Map<Part, Integer> ports) {
        return new Stack(layout(), dataDir(dataDir), Ports.of(ports, System.getenv()));
    }

    /** Where {@code part} of the default stack listens, or would. */
    public int portOf(Part part) {
        return Objects.requireNonNull(stack(Optional.empty(), Map.of()).ports().get(part));
    }
}
