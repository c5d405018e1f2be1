package dev.sheetway.cli.report;

import java.util.List;

/** {@code final_test_results.txt}: every assertion, and the sum as the last line. */
final class TestResults {
    private TestResults() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder("smoke tests of migration ")
                .append(report.migration().id())
                .append(" on spreadsheet ")
                .append(report.migration().spreadsheetId())
                .append('\n');
        List<SmokeSuite> suites = report.smoke();
        suites.forEach(suite -> {
            text.append('\n').append(suite.title()).append('\n');
            suite.lines().forEach(line -> text.append("  ")
                    .append(line.result())
                    .append("  ")
                    .append(line.name())
                    .append(line.detail().isEmpty() ? "" : ": " + line.detail())
                    .append('\n'));
        });
        return text.append('\n')
                .append(sum(suites, SmokeSuite.Result.PASSED))
                .append(" passed, ")
                .append(sum(suites, SmokeSuite.Result.FAILED))
                .append(" failed, ")
                .append(sum(suites, SmokeSuite.Result.SKIPPED))
                .append(" skipped\n")
                .toString();
    }

    private static long sum(List<SmokeSuite> suites, SmokeSuite.Result result) {
        return suites.stream().mapToLong(suite -> suite.count(result)).sum();
    }
}
