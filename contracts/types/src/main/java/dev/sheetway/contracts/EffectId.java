package dev.sheetway.contracts;

/**
 * The identity of a write that Google may apply at most once. The attempt is no part of it: every retry of a step is
 * the same effect.
 *
 * @param epoch from 1; rises only after the slot of the epoch before is occupied
 */
public record EffectId(MigrationId migrationId, Step step, Direction direction, int epoch) {

    public EffectId {
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch " + epoch + ": expected 1 or more");
        }
    }

    /** {@code step/DIRECTION/epoch}: unique within its migration. */
    public String path() {
        return step.wireName() + "/" + direction + "/" + epoch;
    }

    /** {@code migrationId/step/DIRECTION/epoch}. */
    @Override
    public String toString() {
        return migrationId + "/" + path();
    }
}
