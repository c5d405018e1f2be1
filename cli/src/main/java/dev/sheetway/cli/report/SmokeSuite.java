package dev.sheetway.cli.report;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.check.SmokeReport;
import dev.sheetway.contracts.plan.SmokeAssertion;
import java.util.List;

/** A smoke suite with what became of each assertion. */
record SmokeSuite(Direction direction, String version, List<Line> lines) {
    SmokeSuite {
        lines = List.copyOf(lines);
    }

    /** What became of an assertion. */
    enum Result {
        PASSED,
        FAILED,
        SKIPPED
    }

    record Line(String name, Result result, String detail, long durationMillis) {}

    static SmokeSuite ran(Direction direction, SmokeReport report) {
        return new SmokeSuite(
                direction,
                report.version(),
                report.results().stream()
                        .map(result -> new Line(
                                result.name(),
                                result.passed() ? Result.PASSED : Result.FAILED,
                                result.detail(),
                                result.durationMillis()))
                        .toList());
    }

    static SmokeSuite skipped(Direction direction, String version, List<SmokeAssertion> assertions) {
        return new SmokeSuite(
                direction,
                version,
                assertions.stream()
                        .map(assertion ->
                                new Line(assertion.name(), Result.SKIPPED, "the migration did not get this far", 0))
                        .toList());
    }

    long count(Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }

    String title() {
        return "schema " + version + (direction == Direction.ROLLBACK ? " after the rollback" : "");
    }
}
