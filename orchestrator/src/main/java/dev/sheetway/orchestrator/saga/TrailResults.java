package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.event.StepResult;
import java.time.Instant;
import java.util.Optional;

/**
 * What the steps of a migration found or made, as far as later commands carry it.
 *
 * @param backup the newest one
 * @param backedUpAt log-append time of its event, by a clock that may have been set back since
 */
public record TrailResults(
        Optional<StepResult.BackedUp> backup, Optional<Instant> backedUpAt, Optional<StepResult.Expanded> expanded) {
    static final TrailResults NONE = new TrailResults(Optional.empty(), Optional.empty(), Optional.empty());

    TrailResults with(StepResult result, Instant at) {
        return switch (result) {
            case StepResult.BackedUp made -> new TrailResults(Optional.of(made), Optional.of(at), expanded);
            case StepResult.Expanded made -> new TrailResults(backup, backedUpAt, Optional.of(made));
            case StepResult other -> this;
        };
    }
}
