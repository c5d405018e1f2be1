package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.LogTail;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.StackDir;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the end of the logs of the one-machine stack.")
final class LogsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description =
                    "broker, emulator, orchestrator, backup-service, schema-service or verify-service; default: all")
    Optional<String> name = Optional.empty();

    @Option(
            names = {"-f", "--follow"},
            description = "go on showing what is added, until Ctrl-C")
    boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "how many lines of each; default: 20")
    int lines = 20;

    @Mixin
    StackOptions options = new StackOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.system();
        StackDir dir = options.stack().dir();
        List<Part> parts = parts();
        for (Part part : parts) {
            String prefix = parts.size() == 1 ? "" : part.wireName() + " | ";
            LogTail.last(dir.logOf(part), lines).lines().forEach(line -> console.line(prefix + line));
        }
        if (follow) {
            new LogFollower(dir, parts, console).run();
        }
        return Exit.DONE.code();
    }

    private List<Part> parts() {
        return name.map(wanted -> List.of(Part.ofWireName(wanted)
                        .orElseThrow(() -> new CliFailure(
                                Exit.USAGE,
                                "\"" + wanted + "\": expected one of " + String.join(", ", Part.wireNames())))))
                .orElse(List.of(Part.values()));
    }
}
