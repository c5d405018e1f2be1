package dev.sheetway.cli.rehearsal;

import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.report.Report;
import dev.sheetway.cli.report.ReportWriter;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.workbook.NewColumns;
import dev.sheetway.launcher.PrivateStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Two migrations of the sample workbook: one that succeeds, one that is made to fail and rolls itself back. */
public final class Demo {
    private final Console console;
    private final Rehearsal rehearsal;
    private final MigrationPlan plan;
    private final Path reports;
    private boolean asExpected = true;

    public Demo(Console console, Rehearsal rehearsal, MigrationPlan plan, Path reports) {
        this.console = console;
        this.rehearsal = rehearsal;
        this.plan = plan;
        this.reports = reports;
    }

    /**
     * @param workbook the sample, an .xlsx file
     * @param evidence how a table of evidence looks
     * @return whether both migrations and both workbooks ended as they should
     */
    public boolean run(PrivateStack stack, byte[] workbook, Function<List<Evidence>, String> evidence)
            throws IOException {
        SpreadsheetId first = rehearsal.importWorkbook(workbook, "sample.xlsx");
        SpreadsheetId second = rehearsal.importWorkbook(workbook, "sample-copy.xlsx");
        console.line("\n1. a live migration: " + plan.name() + " " + plan.from() + " to " + plan.to()
                + " on the sample workbook");
        Rehearsal.Run good = rehearsal.migrate(plan, first);
        console.line("\n2. the same on a second copy; right after expand somebody writes text over a version number");
        rehearsal.failAt(Step.VERIFY, plan, second, 0);
        Rehearsal.Run bad = rehearsal.migrate(plan, second);

        console.line("\nwhat the files say, compared cell by cell with what was imported");
        NewColumns added = addedBy(good.migration());
        prove(
                "first ",
                WorkbookProof.of(workbook, rehearsal.export(first), added, audit(good)),
                but("the new columns"));
        prove("second", WorkbookProof.of(workbook, rehearsal.export(second), NewColumns.NONE, audit(bad)), but(""));
        expect(good, Outcome.COMPLETED);
        expect(bad, Outcome.ROLLED_BACK);
        tell("first migration", good, evidence, reports.resolve("completed"));
        tell("second migration", bad, evidence, reports.resolve("rolled-back"));
        console.line("\nmemory: " + Memory.of(stack.stack()).text());
        return asExpected;
    }

    private AuditTrail audit(Rehearsal.Run run) {
        return AuditTrail.of(plan, run.migration());
    }

    private String but(String planned) {
        String rows =
                plan.audit().map(tab -> "one audit row per step in " + tab).orElse("");
        String all = planned + (planned.isEmpty() || rows.isEmpty() ? "" : " and ") + rows;
        return all.isEmpty() ? "at all" : "but " + all;
    }

    private NewColumns addedBy(MigrationView migration) {
        int count = plan.addedColumns().size();
        return migration
                .step(Step.EXPAND, dev.sheetway.contracts.Direction.FORWARD)
                .flatMap(step -> step.result())
                .filter(dev.sheetway.contracts.event.StepResult.Expanded.class::isInstance)
                .map(dev.sheetway.contracts.event.StepResult.Expanded.class::cast)
                .map(expanded ->
                        new NewColumns(plan.tab(), expanded.columns().getFirst().columnIndex(), count))
                .orElse(NewColumns.NONE);
    }

    private void prove(String which, WorkbookProof proof, String but) {
        console.line("  " + which + "  " + proof.cellsCompared() + " cells compared, "
                + (proof.holds() ? "no difference " + but : "UNEXPECTED DIFFERENCES"));
        proof.unexpected().forEach(line -> console.line("    " + line));
        asExpected &= proof.holds() && proof.cellsCompared() > 0;
    }

    private void expect(Rehearsal.Run run, Outcome expected) {
        if (run.migration().outcome() != expected) {
            asExpected = false;
            console.line("  UNEXPECTED: migration " + run.migration().id() + " is "
                    + run.migration().outcome().wireName() + ", expected " + expected.wireName());
        }
    }

    private void tell(String title, Rehearsal.Run run, Function<List<Evidence>, String> table, Path dir)
            throws IOException {
        List<Evidence> evidence = rehearsal.evidence(run.migration());
        console.line("\n" + title + ": " + run.migration().outcome().wireName() + " in "
                + Console.seconds(Duration.between(
                        run.migration().since(), run.migration().until()))
                + ", " + run.calls().text());
        console.line(table.apply(evidence).indent(2).stripTrailing());
        ReportWriter.write(
                new Report(run.migration(), evidence, Optional.of(run.calls().text())), dir);
        console.line("  report: " + dir.resolve("report.html"));
    }
}
