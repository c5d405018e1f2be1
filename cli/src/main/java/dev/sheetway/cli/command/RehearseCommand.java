package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.local.Home;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.rehearsal.Rehearsal;
import dev.sheetway.cli.report.Report;
import dev.sheetway.cli.report.ReportWriter;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rehearse",
        description = "Runs a plan on a private copy of a workbook in a private stack; the file itself stays as it is.")
final class RehearseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "plan file, YAML or JSON")
    Path plan = Path.of("");

    @Option(
            names = "--workbook",
            required = true,
            paramLabel = "FILE",
            description = ".xlsx or .csv; a CSV's tab takes the plan's tab name")
    Path workbook = Path.of("");

    @Option(
            names = "--fail-at",
            paramLabel = "STEP",
            description = "open, backup, expand, verify, initialise, smoke or close")
    Optional<String> failAt = Optional.empty();

    @Option(names = "--report", paramLabel = "DIR", description = "write the report there")
    Optional<Path> report = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE.xlsx", description = "write the workbook as it is afterwards")
    Optional<Path> out = Optional.empty();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        Console progress = output.isJson() ? console.silenced() : console;
        MigrationPlan read = PlanReader.read(plan);
        byte[] file = Files.readAllBytes(workbook);
        Optional<Step> failing = failAt.map(RehearseCommand::step);
        StackDisplay display = output.isJson() ? StackDisplay.SILENT : new StackProgress(progress);
        try (PrivateStack stack = PrivateStack.start(Home.find().layout(), false, display)) {
            Rehearsal rehearsal = new Rehearsal(stack, new Showing(progress));
            SpreadsheetId spreadsheet = rehearsal.importWorkbook(file, importName(read));
            if (failing.isPresent()) {
                sabotage(rehearsal, failing.get(), read, spreadsheet, file);
            }
            Rehearsal.Run run = rehearsal.migrate(read, spreadsheet);
            return show(console, rehearsal, run, spreadsheet);
        }
    }

    /** Smoke reads like the steps before it: which read is its own, a run on a copy that fails nowhere tells. */
    private void sabotage(Rehearsal rehearsal, Step step, MigrationPlan read, SpreadsheetId spreadsheet, byte[] file) {
        int gets = 0;
        if (step == Step.SMOKE) {
            SpreadsheetId scratch = rehearsal.importWorkbook(file, importName(read));
            rehearsal.migrate(read, scratch);
            gets = rehearsal.gets(scratch) - (read.audit().isPresent() ? 1 : 0);
        }
        rehearsal.failAt(step, read, spreadsheet, gets);
    }

    private String importName(MigrationPlan read) {
        String name = workbook.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? read.tab() + ".csv" : name;
    }

    private int show(Console console, Rehearsal rehearsal, Rehearsal.Run run, SpreadsheetId spreadsheet)
            throws IOException {
        if (report.isPresent()) {
            ReportWriter.write(
                    new Report(
                            run.migration(),
                            rehearsal.evidence(run.migration()),
                            Optional.of(run.calls().text())),
                    report.get());
        }
        if (out.isPresent()) {
            Files.write(out.get(), rehearsal.export(spreadsheet));
        }
        ObjectNode json = MigrationJson.detailed(run.migration());
        json.set("calls", run.calls().counts());
        output.print(
                console,
                json,
                run.calls().text()
                        + report.map(dir -> "\nreport: " + dir.resolve("report.html"))
                                .orElse("")
                        + out.map(written -> "\nworkbook: " + written).orElse(""));
        return run.migration().outcome().exit().code();
    }

    private static Step step(String name) {
        return Arrays.stream(Step.values())
                .filter(step -> step.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CliFailure(
                        Exit.USAGE,
                        "--fail-at \"" + name + "\": expected one of "
                                + Arrays.stream(Step.values())
                                        .map(Step::wireName)
                                        .toList() + "; nothing was started"));
    }
}
