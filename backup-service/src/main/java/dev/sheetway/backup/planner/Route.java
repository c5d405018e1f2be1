package dev.sheetway.backup.planner;

import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.BackupPolicy.Strategy;
import java.util.Optional;

/** What a plan's backup policy asks for. */
public enum Route {
    /** A copy in Drive; without storage there: pause. */
    COPY(true, false, Without.PAUSE),
    /** A copy in Drive; without storage there: an archive instead. */
    COPY_ELSE_ARCHIVE(true, false, Without.ARCHIVE_IS_ENOUGH),
    /** An archive; without a disk for it: pause. */
    ARCHIVE(false, true, Without.PAUSE),
    /** An archive; without a disk for it: a copy in Drive instead. */
    ARCHIVE_ELSE_COPY(false, true, Without.COPY_IS_ENOUGH),
    /** Both; without one of them: pause. */
    BOTH(true, true, Without.PAUSE),
    /** Both; without storage in Drive: the archive alone. */
    BOTH_ELSE_ARCHIVE(true, true, Without.ARCHIVE_IS_ENOUGH),
    /** Both; without a disk for the archive: the copy alone. */
    BOTH_ELSE_COPY(true, true, Without.COPY_IS_ENOUGH);

    private enum Without {
        PAUSE,
        ARCHIVE_IS_ENOUGH,
        COPY_IS_ENOUGH
    }

    private final boolean copies;
    private final boolean archives;
    private final Without without;

    Route(boolean copies, boolean archives, Without without) {
        this.copies = copies;
        this.archives = archives;
        this.without = without;
    }

    public static Route of(BackupPolicy policy) {
        Optional<Strategy> fallback = policy.fallback();
        return switch (policy.strategy()) {
            // falling back to the same is no fallback
            case DRIVE_COPY ->
                fallback.filter(other -> other != Strategy.DRIVE_COPY).isPresent() ? COPY_ELSE_ARCHIVE : COPY;
            case ARCHIVE ->
                fallback.filter(other -> other != Strategy.ARCHIVE).isPresent() ? ARCHIVE_ELSE_COPY : ARCHIVE;
            case BOTH -> both(fallback);
        };
    }

    private static Route both(Optional<Strategy> fallback) {
        if (fallback.isEmpty()) {
            return BOTH;
        }
        return fallback.get() == Strategy.DRIVE_COPY ? BOTH_ELSE_COPY : BOTH_ELSE_ARCHIVE;
    }

    /** Whether a copy in Drive is to be made. */
    public boolean copies() {
        return copies;
    }

    /** Whether an archive is to be made although the copy succeeds. */
    public boolean archives() {
        return archives;
    }

    /** Whether an archive is enough when Drive has no room. */
    public boolean enoughWithoutCopy() {
        return without == Without.ARCHIVE_IS_ENOUGH;
    }

    /** Whether a copy in Drive is enough when the archive cannot be written. */
    public boolean enoughWithoutArchive() {
        return without == Without.COPY_IS_ENOUGH;
    }
}
