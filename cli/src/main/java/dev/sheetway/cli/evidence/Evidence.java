package dev.sheetway.cli.evidence;

import dev.sheetway.cli.journal.Recorded;
import java.util.Optional;

/**
 * One truth and what proves it.
 *
 * @param proof empty: no live evidence
 */
public record Evidence(Truth truth, Optional<Proof> proof) {

    /**
     * @param source {@code google} or {@code emulator}: what answered
     * @param detail one line for people
     */
    public record Proof(String source, Recorded.Place place, String detail) {}

    public boolean proven() {
        return proof.isPresent();
    }

    static Evidence none(Truth truth) {
        return new Evidence(truth, Optional.empty());
    }
}
