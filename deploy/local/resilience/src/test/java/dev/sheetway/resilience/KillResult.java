package dev.sheetway.resilience;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one kill.
 *
 * @param recovery from the kill to the next completed step, restart included
 * @param note what else is worth a line of the table
 */
record KillResult(String what, String outcome, Optional<Duration> recovery, String note, List<String> problems) {
    KillResult {
        problems = List.copyOf(problems);
    }

    String row() {
        return "| " + what + " | " + outcome + " | "
                + recovery.map(time -> String.format("%.1f", time.toMillis() / 1000.0))
                        .orElse("-") + " | " + note
                + (problems.isEmpty() ? "" : " **" + String.join("; ", problems) + "**") + " |";
    }
}
