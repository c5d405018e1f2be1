package dev.sheetway.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients that nobody here wrote pass a script each. The scripts in {@code src/test/clients} follow Google's documentation and
 * run against any root URL. What they need is installed from their lock files, or from Debian; a missing Node or Python
 * fails the test.
 */
class ClientsIT {

    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final List<String> IMPORT =
            List.of("/usr/bin/python3", "-c", "import googleapiclient, google.oauth2");

    private static Emulator emulator;

    @BeforeAll
    static void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void googleSpreadsheetForNode() throws IOException {
        node("google-spreadsheet");
    }

    @Test
    void googlesOwnClientsForNode() throws IOException {
        node("googleapis");
    }

    @Test
    void googlesOwnClientForPython() throws IOException {
        Path discovery = Path.of(System.getProperty("sheetway.shared", "../shared"), "discovery")
                .toAbsolutePath();
        assumeTrue(Files.isDirectory(discovery), "no discovery documents in " + discovery + ": set sheetway.shared");
        Path folder = copy("python");
        if (Tool.run(folder, Map.of(), IMPORT).status() != 0) {
            installPythonClient(folder);
        }
        passes(folder, Map.of("SHEETWAY_DISCOVERY", discovery.toString()), List.of("/usr/bin/python3", "script.py"));
    }

    /** The package lists may be old or missing, so a first failure is followed by an update. */
    private static void installPythonClient(Path folder) {
        List<String> install =
                List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "python3-googleapi");
        Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
        if (Tool.run(folder, quiet, install).status() != 0) {
            Tool.run(folder, quiet, List.of("apt-get", "update", "-q"));
            Tool.Ended again = Tool.run(folder, quiet, install);
            assertThat(again.status())
                    .as(
                            "python3-googleapi is not here and cannot be installed; run `apt-get install python3-googleapi` as"
                                    + " root: %s",
                            again.output())
                    .isZero();
        }
    }

    private static void node(String name) throws IOException {
        Path folder = copy(name);
        Tool.Ended installed = Tool.run(folder, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund"));
        assertThat(installed.status())
                .as("npm ci in %s: %s", folder, installed.output())
                .isZero();
        passes(folder, Map.of(), List.of("node", "script.js"));
    }

    private static void passes(Path folder, Map<String, String> more, List<String> command) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SHEETWAY_ROOT", emulator.baseUri().toString());
        environment.put("SHEETWAY_TOKEN", "fake");
        Tool.Ended ended = Tool.run(folder, environment, command);
        assertThat(ended.output()).contains(": passed");
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    /** A script's folder below {@code target}, so that nothing is installed among the sources. */
    private static Path copy(String name) throws IOException {
        Path source = BASE.resolve("src/test/clients").resolve(name);
        Path target = Files.createDirectories(BASE.resolve("target/clients").resolve(name));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target.toAbsolutePath();
    }
}
