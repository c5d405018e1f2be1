package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.local.Home;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.rehearsal.Demo;
import dev.sheetway.cli.rehearsal.Rehearsal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.sample.SampleWorkbook;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "A live migration of a sample workbook in a private stack, and one that fails and rolls back.")
final class DemoCommand implements Callable<Integer> {
    private static final String PLAN = "docs/examples/zeues/zeues-2.1-3.0.yaml";

    @Option(names = "--keep", description = "leave the stack running and its data in place")
    boolean keep;

    @Override
    public Integer call() throws IOException {
        long begin = System.nanoTime();
        Console console = Console.system();
        Home home = Home.find();
        MigrationPlan plan = PlanReader.read(home.root().resolve(PLAN));
        Path reports = Files.createTempDirectory("sheetway-demo-report-");
        // made while the processes start, much of which is waiting
        CompletableFuture<byte[]> workbook =
                CompletableFuture.supplyAsync(() -> SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED));
        console.line("a private stack of six processes on free ports of this machine:");
        boolean asExpected;
        try (PrivateStack stack = PrivateStack.start(home.layout(), keep, new StackProgress(console))) {
            Duration ready = since(begin);
            asExpected = new Demo(console, new Rehearsal(stack, new Showing(console)), plan, reports)
                    .run(stack, workbook.join(), EvidenceText::table);
            console.line("time: " + Console.seconds(ready) + " until everything was ready, "
                    + Console.seconds(since(begin)) + " in all");
            if (keep) {
                console.line("kept: ./sheetway ps --data-dir " + stack.dataDir() + "; ./sheetway down --data-dir "
                        + stack.dataDir());
            }
        }
        console.line(asExpected ? "\nboth ended as they should" : "\nNOT AS EXPECTED: see above");
        return (asExpected ? Exit.DONE : Exit.FAILED).code();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
