package dev.sheetway.contracts.check;

import java.util.List;

/** The outcome of one smoke suite. */
public record SmokeReport(String version, List<SmokeResult> results) {
    public SmokeReport {
        results = List.copyOf(results);
    }

    public long passed() {
        return results.stream().filter(SmokeResult::passed).count();
    }

    public long failed() {
        return results.size() - passed();
    }

    public boolean success() {
        return failed() == 0;
    }

    /** {@code N passed, N failed, N skipped}; nothing is ever skipped. */
    public String summary() {
        return passed() + " passed, " + failed() + " failed, 0 skipped";
    }
}
