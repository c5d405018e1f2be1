package dev.sheetway.contracts.check;

import java.util.List;

/** The checks of one verification, each over every row. */
public record CheckReport(List<Check> checks) {
    public CheckReport {
        checks = List.copyOf(checks);
    }

    public boolean success() {
        return checks.stream().allMatch(Check::passed);
    }

    public int passed() {
        return (int) checks.stream().filter(Check::passed).count();
    }

    public int total() {
        return checks.size();
    }

    /** Differences that failed no check: what people did meanwhile, and what stays as they made it. */
    public long differencesBorne() {
        return checks.stream()
                .filter(Check::passed)
                .mapToLong(Check::differencesTotal)
                .sum();
    }
}
