package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.doctor.BrokerChecks;
import dev.sheetway.cli.doctor.Check;
import dev.sheetway.cli.doctor.Google;
import dev.sheetway.cli.doctor.HealthChecks;
import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.Stack;
import dev.sheetway.launcher.World;
import dev.sheetway.workspace.google.GatewayListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Looks whether everything is well: broker, topics, services, emulator or Google.",
            "With --probe-google it finds out, in a spreadsheet that nobody needs, how Google answers the open questions."
        })
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--google", description = "Google instead of the emulator: whose credentials, and what to share")
    boolean google;

    @Option(
            names = "--emulator",
            paramLabel = "URL",
            description = "another emulator than the one-machine stack's; with --probe-google: probe it")
    Optional<URI> emulator = Optional.empty();

    @Mixin
    ProbeOption probe = new ProbeOption();

    @Mixin
    StackOptions stackOptions = new StackOptions();

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Console console = Console.system();
        Stack stack = stackOptions.stack();
        if (probe.wanted()) {
            return probe.run(emulator, stack.dir().probes(), output, console).code();
        }
        HealthChecks health = new HealthChecks();
        List<Check> checks = new ArrayList<>(BrokerChecks.run(connection::connect));
        checks.addAll(health.services(stack.ports()));
        checks.add(
                google || stack.world() == World.GOOGLE
                        ? google()
                        : health.emulator(emulator.orElseGet(() -> emulatorOf(stack))));
        output.print(console, Check.json(checks), Check.table(checks));
        return Check.worst(checks).code();
    }

    private static URI emulatorOf(Stack stack) {
        return URI.create("http://127.0.0.1:" + stack.ports().get(Part.EMULATOR));
    }

    private static Check google() {
        try {
            return Google.connect(Optional.empty(), GatewayListener.SILENT).check();
        } catch (CliFailure trouble) {
            return new Check("google", trouble.exit(), String.valueOf(trouble.getMessage()));
        }
    }
}
