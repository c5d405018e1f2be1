package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.command.KeptBackup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The backups of a completed migration whose rollback window is closed and whose plan does not keep them for ever.
 *
 * @param due when the plan lets them go
 * @param backups every one that the migration recorded, newest first
 * @param lastAttempt number of the last attempt at their removal; 0 before
 */
public record Retention(Instant due, List<KeptBackup> backups, int lastAttempt, Stage stage) {
    public Retention {
        backups = List.copyOf(backups);
    }

    /** How far their removal is. */
    public sealed interface Stage {}

    /**
     * The first attempt, or the next one, is due at {@code notBefore}.
     *
     * @param failures attempts so far
     */
    public record Kept(Instant notBefore, int failures) implements Stage {}

    /** The participant removes them. */
    public record Removing(Outstanding outstanding) implements Stage {}

    /** Nobody tries again, unless the next entry says otherwise: they stay where they are. */
    public record GivenUp(int failures, String code) implements Stage {}

    /** They are in their places no more. */
    public record Removed(Instant at) implements Stage {}

    static Retention until(Instant due, List<KeptBackup> backups) {
        return new Retention(due, backups, 0, new Kept(due, 0));
    }

    Retention at(Stage next) {
        return new Retention(due, backups, lastAttempt, next);
    }

    Retention commanded(Outstanding outstanding) {
        return new Retention(due, backups, outstanding.attempt(), new Removing(outstanding));
    }

    /** The command whose answer is awaited. */
    Optional<Outstanding> outstanding() {
        return stage instanceof Removing removing ? Optional.of(removing.outstanding()) : Optional.empty();
    }
}
