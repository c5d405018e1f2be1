package dev.sheetway.verify.checks;

import dev.sheetway.contracts.check.CheckReport;

/** What the checks come to. */
public sealed interface Verdict {
    CheckReport report();

    record Passed(CheckReport report) implements Verdict {}

    record Failed(CheckReport report) implements Verdict {}

    /** Nothing but the number of people's edits speaks against it: a person must look. */
    record TooManyEdits(CheckReport report, long editedCells, long cells) implements Verdict {}
}
