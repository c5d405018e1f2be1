package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.command.SheetwayCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path dir;

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        assertThat(Main.run("status", "--colour", "red")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Unknown option: '--colour'");
    }

    /** The reference system's {@code --force} skipped a question and nothing else; people used it and had no backup. */
    @Test
    void noCommandThatWritesASheetCanBeForced() {
        CommandLine root = new CommandLine(new SheetwayCommand());
        List<String> options = root.getSubcommands().values().stream()
                // it publishes a record again, whatever that is; nothing is skipped on its way
                .filter(command -> !command.getCommandName().equals("quarantine"))
                .flatMap(command -> options(command).stream())
                .toList();

        assertThat(options).hasSizeGreaterThan(50).contains("--dry-run", "--reason");
        assertThat(options).noneMatch(option -> option.contains("force") || option.contains("skip"));
    }

    private static List<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        command.getSubcommands().values().forEach(sub -> names.addAll(options(sub)));
        return names;
    }

    @Test
    void everyProblemOfAPlanStandsOnALineThatEditorsUnderstand() throws Exception {
        Path plan = Files.writeString(dir.resolve("plan.yaml"), """
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: zeues, from: "2.1", to: "3.0" }
                spec:
                  tab: Operaciones
                  colour: red
                  changes:
                    - addColumn: { name: version, type: whole }
                """);

        assertThat(Main.run("plan", "validate", plan.toString())).isEqualTo(2);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line).matches("\\Q" + plan + "\\E:\\d+:\\d+: .+"))
                .anySatisfy(line -> assertThat(line).startsWith(plan + ":6:").contains("colour"))
                .anySatisfy(line -> assertThat(line).startsWith(plan + ":8:"));
    }

    @Test
    void aValidPlanIsDone() throws Exception {
        Path plan = Files.writeString(dir.resolve("plan.yaml"), """
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: zeues, from: "2.1", to: "3.0" }
                spec: { tab: Operaciones, changes: [ { addColumn: { name: version, type: integer } } ] }
                """);

        assertThat(Main.run("plan", "validate", plan.toString(), "--output", "json"))
                .isEqualTo(0);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"valid\" : true");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(Main.run("plan", "validate", dir.resolve("none.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.yaml\": expected to exist, not found");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsSaidWithinTenSeconds() throws Exception {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAgain.getLocalPort();
        }
        long before = System.nanoTime();

        assertThat(Main.run("status", "--bootstrap-servers", "127.0.0.1:" + port))
                .isEqualTo(5);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("no Kafka broker answers at 127.0.0.1:" + port)
                .contains("./sheetway up");
    }

    @Test
    void anEmulatorThatDoesNotAnswerIsUnreachable() throws Exception {
        Path file = Files.writeString(dir.resolve("a.csv"), "a,b\n");

        assertThat(Main.run("import", file.toString(), "--emulator", "http://127.0.0.1:1"))
                .isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no emulator answers at http://127.0.0.1:1");
    }
}
