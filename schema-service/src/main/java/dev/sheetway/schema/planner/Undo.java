package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.Expanded;
import java.util.Map;

/**
 * What a rollback batch leaves in its record beside its result.
 *
 * @param done the batch as one that can itself be taken back
 * @param digests of what the batch expected to meet, by column of its archive tab
 * @param repairs epoch of the rollback batch that this one took back; 0: it took back the migration
 */
public record Undo(Expanded done, Map<Integer, String> digests, int repairs) {
    public Undo {
        digests = Map.copyOf(digests);
    }
}
