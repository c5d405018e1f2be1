package dev.sheetway.contracts.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How the backup is made before the first effect.
 *
 * @param fallback what is enough when Drive has no room for a copy, or the archive cannot be written; empty: pause
 * @param folderId Drive folder or shared-drive folder of the copy; empty: the backup-service's own setting
 * @param maxAge a backup older than this when expand is due is made again
 * @param retention how long backups are kept after the rollback window has closed; empty: for ever
 */
public record BackupPolicy(
        Strategy strategy,
        Optional<Strategy> fallback,
        Optional<String> folderId,
        Duration maxAge,
        Optional<Duration> retention) {

    /** Kept for ever. */
    public BackupPolicy(Strategy strategy, Optional<Strategy> fallback, Optional<String> folderId, Duration maxAge) {
        this(strategy, fallback, folderId, maxAge, Optional.empty());
    }

    public enum Strategy {
        DRIVE_COPY,
        ARCHIVE,
        BOTH;

        /** The name in plan files, such as {@code drive-copy}. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
