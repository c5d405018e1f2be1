package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the steps of a migration found or made, as far as later commands carry it.
 *
 * @param backup the newest one
 * @param superseded the others, newest first: it was too old when expand was due
 * @param backedUpAt log-append time of its event, by a clock that may have been set back since
 */
public record TrailResults(
        Optional<StepResult.BackedUp> backup,
        Optional<Instant> backedUpAt,
        Optional<StepResult.Expanded> expanded,
        Optional<List<KeptBackup>> superseded) {
    static final TrailResults NONE =
            new TrailResults(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    TrailResults with(StepResult result, Instant at) {
        return switch (result) {
            case StepResult.BackedUp made -> new TrailResults(Optional.of(made), Optional.of(at), expanded, replaced());
            case StepResult.Expanded made -> new TrailResults(backup, backedUpAt, Optional.of(made), superseded);
            case StepResult other -> this;
        };
    }

    private Optional<List<KeptBackup>> replaced() {
        return backup.map(KeptBackup::of)
                .map(before -> Stream.concat(
                                Stream.of(before), superseded.stream().flatMap(List::stream))
                        .toList())
                .or(() -> superseded);
    }
}
