package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.local.Home;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.rehearsal.Rehearsal;
import dev.sheetway.cli.rehearsal.Sabotage;
import dev.sheetway.cli.rehearsal.WorkbookProof;
import dev.sheetway.cli.report.Report;
import dev.sheetway.cli.report.ReportWriter;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import dev.sheetway.wire.Json;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
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
            paramLabel = "FILE",
            description = ".xlsx or .csv; a CSV's tab takes the plan's tab name")
    Optional<Path> workbook = Optional.empty();

    @Mixin
    GoogleRehearsal google = new GoogleRehearsal();

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
        MigrationPlan read = PlanReader.read(plan);
        if (google.wanted()) {
            if (workbook.isPresent() || failAt.isPresent() || out.isPresent()) {
                throw new CliFailure(
                        Exit.USAGE,
                        "--google with --workbook, --fail-at or --out: expected none of them; nothing was done");
            }
            return google.run(read, report, output, console).code();
        }
        Path named = workbook.orElseThrow(() -> new CliFailure(
                Exit.USAGE, "expected --workbook FILE, or --google --spreadsheet ID; nothing was started"));
        return onWorkbook(console, read, named);
    }

    private int onWorkbook(Console console, MigrationPlan read, Path named) throws IOException {
        Console progress = output.isJson() ? console.silenced() : console;
        byte[] file = Files.readAllBytes(named);
        Function<Rehearsal, SpreadsheetId> copy = copying(named, file, read);
        Optional<Step> failing = failAt.map(name -> step(name, read));
        StackDisplay display = output.isJson() ? StackDisplay.SILENT : new StackProgress(progress);
        try (PrivateStack stack = PrivateStack.start(Home.find().layout(), false, display)) {
            Rehearsal rehearsal = new Rehearsal(stack, new Showing(progress));
            SpreadsheetId spreadsheet = copy.apply(rehearsal);
            byte[] before = rehearsal.export(spreadsheet);
            if (failing.isPresent()) {
                sabotage(rehearsal, failing.get(), read, spreadsheet, () -> copy.apply(rehearsal));
            }
            Rehearsal.Run run = rehearsal.migrate(read, spreadsheet);
            Optional<WorkbookProof> proof = WorkbookProof.of(
                    before,
                    rehearsal.export(spreadsheet),
                    run.migration(),
                    failing.filter(step -> step == Step.INITIALISE).map(step -> Sabotage.LATE_ROW));
            return show(console, rehearsal, run, spreadsheet, proof);
        }
    }

    /** Smoke reads like the steps before it: which read is its own, a run on a copy that fails nowhere tells. */
    private void sabotage(
            Rehearsal rehearsal,
            Step step,
            MigrationPlan read,
            SpreadsheetId spreadsheet,
            Supplier<SpreadsheetId> another) {
        int gets = 0;
        if (step == Step.SMOKE) {
            SpreadsheetId scratch = another.get();
            rehearsal.migrate(read, scratch);
            gets = rehearsal.gets(scratch);
        }
        rehearsal.failAt(step, read, spreadsheet, gets);
    }

    private static Function<Rehearsal, SpreadsheetId> copying(Path workbook, byte[] file, MigrationPlan read) {
        String name = workbook.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? rehearsal -> rehearsal.importCsv(file, read)
                : rehearsal -> rehearsal.importWorkbook(file, name);
    }

    private int show(
            Console console,
            Rehearsal rehearsal,
            Rehearsal.Run run,
            SpreadsheetId spreadsheet,
            Optional<WorkbookProof> proof)
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
        proof.ifPresent(found -> json.putObject("workbook")
                .put("cellsCompared", found.cellsCompared())
                .put("nothingElseChanged", found.holds())
                .set("unexpected", Json.mapper().valueToTree(found.unexpected())));
        output.print(
                console,
                json,
                run.calls().text() + "\n" + words(proof)
                        + report.map(dir -> "\nreport: " + dir.resolve("report.html"))
                                .orElse("")
                        + out.map(written -> "\nworkbook: " + written).orElse(""));
        return (proof.map(WorkbookProof::holds).orElse(true)
                        ? run.migration().outcome().exit()
                        : Exit.FAILED)
                .code();
    }

    private static String words(Optional<WorkbookProof> proof) {
        return proof.map(found -> found.cellsCompared() + " cells compared with the workbook as imported: "
                        + (found.holds()
                                ? "nothing else changed"
                                : "UNEXPECTED DIFFERENCES\n  " + String.join("\n  ", found.unexpected())))
                .orElse(
                        "the files were not compared place by place: the plan changes or drops columns that were there");
    }

    private static Step step(String name, MigrationPlan read) {
        Step step = Step.untilCompletion().stream()
                .filter(each -> each.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CliFailure(
                        Exit.USAGE,
                        "--fail-at \"" + name + "\": expected one of "
                                + Step.untilCompletion().stream()
                                        .map(Step::wireName)
                                        .toList() + "; nothing was started"));
        Sabotage.impossible(step, read).ifPresent(why -> {
            throw new CliFailure(
                    Exit.USAGE, "--fail-at " + name + ": " + why + "; expected another step; nothing was started");
        });
        return step;
    }
}
