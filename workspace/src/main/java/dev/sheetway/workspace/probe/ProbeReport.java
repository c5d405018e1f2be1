package dev.sheetway.workspace.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one probe found out.
 *
 * @param source {@code google} or {@code emulator}
 * @param leftBehind what could not be taken away again, as words
 */
public record ProbeReport(
        String release,
        String source,
        Optional<String> account,
        Instant begun,
        Instant ended,
        int calls,
        List<Finding> findings,
        List<String> leftBehind) {

    public ProbeReport {
        findings = List.copyOf(findings);
        leftBehind = List.copyOf(leftBehind);
    }

    /**
     * Whether this release may change real spreadsheets of this account: every answer is one that the saga's tests have
     * been run under, and at least one kind of slot holds.
     */
    public boolean passed() {
        return findings.stream().allMatch(finding -> !finding.asked() || finding.foreseen()) && !slots().isEmpty();
    }

    /** Kinds of slot that happen only once, by these answers. */
    public List<String> slots() {
        boolean namedRange = is("namedRangeOwnId", "KEPT")
                && (is("duplicateNamedRangeId", "REFUSE") || is("duplicateNamedRangeName", "REFUSE"));
        boolean metadata = is("duplicateMetadataId", "REFUSE");
        return java.util.stream.Stream.of(
                        namedRange ? Optional.of("NAMED_RANGE") : Optional.<String>empty(),
                        metadata ? Optional.of("METADATA_ID") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<Answer> answer(String question) {
        return findings.stream()
                .filter(finding -> finding.question().id().equals(question))
                .map(Finding::answer)
                .findFirst();
    }

    private boolean is(String question, String value) {
        return answer(question).filter(answer -> answer.value().equals(value)).isPresent();
    }
}
