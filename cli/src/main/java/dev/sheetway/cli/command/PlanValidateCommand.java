package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.InvalidPlan;
import dev.sheetway.wire.Json;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanProblem;
import dev.sheetway.wire.PlanReader;
import dev.sheetway.wire.PlanWarnings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "validate", description = "Tells every problem of a plan with its line; needs no broker.")
final class PlanValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "plan file, YAML or JSON")
    Path plan = Path.of("");

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        try {
            MigrationPlan read = PlanReader.read(plan);
            List<PlanProblem> warnings = PlanWarnings.of(read);
            output.print(Console.system(), json(List.of(), warnings), valid(plan, read) + text(warnings));
            return Exit.DONE.code();
        } catch (InvalidPlan invalid) {
            output.print(Console.system(), json(invalid.problems(), List.of()), text(plan, invalid.problems()));
            return Exit.USAGE.code();
        }
    }

    private static String valid(Path file, MigrationPlan plan) {
        return file + ": valid: " + plan.name() + " " + plan.from() + " to " + plan.to() + ", "
                + plan.changes().size() + " changes, " + PlanJson.checksum(plan);
    }

    /** {@code file:line:column: message}, one per line: what editors and CI understand. */
    static String text(Path file, List<PlanProblem> problems) {
        return problems.stream()
                .map(problem -> file + ":" + Math.max(1, problem.line()) + ":" + Math.max(1, problem.column()) + ": "
                        + (problem.path().isEmpty() ? "" : problem.path() + ": ") + problem.message())
                .collect(Collectors.joining("\n"));
    }

    private static String text(List<PlanProblem> warnings) {
        return warnings.stream()
                .map(warning -> "\nwarning: " + warning.path() + ": " + warning.message())
                .collect(Collectors.joining());
    }

    private static ObjectNode json(List<PlanProblem> problems, List<PlanProblem> warnings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("valid", problems.isEmpty());
        ArrayNode array = json.putArray("problems");
        problems.forEach(problem -> array.addPOJO(problem));
        ArrayNode others = json.putArray("warnings");
        warnings.forEach(
                warning -> others.addObject().put("path", warning.path()).put("message", warning.message()));
        return json;
    }
}
