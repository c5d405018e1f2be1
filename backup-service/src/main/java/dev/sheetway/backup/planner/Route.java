package dev.sheetway.backup.planner;

import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.BackupPolicy.Strategy;

/** What a plan's backup policy asks for. */
public enum Route {
    /** A copy in Drive; without storage there: pause. */
    COPY(true, false, false),
    /** A copy in Drive; without storage there: an archive instead. */
    COPY_ELSE_ARCHIVE(true, false, true),
    /** An archive alone. */
    ARCHIVE(false, true, true),
    /** Both; without storage in Drive: pause. */
    BOTH(true, true, false),
    /** Both; without storage in Drive: the archive alone. */
    BOTH_ELSE_ARCHIVE(true, true, true);

    private final boolean copies;
    private final boolean archives;
    private final boolean enoughWithoutCopy;

    Route(boolean copies, boolean archives, boolean enoughWithoutCopy) {
        this.copies = copies;
        this.archives = archives;
        this.enoughWithoutCopy = enoughWithoutCopy;
    }

    public static Route of(BackupPolicy policy) {
        // falling back from Drive to Drive is no fallback
        boolean fallback =
                policy.fallback().filter(other -> other != Strategy.DRIVE_COPY).isPresent();
        return switch (policy.strategy()) {
            case DRIVE_COPY -> fallback ? COPY_ELSE_ARCHIVE : COPY;
            case ARCHIVE -> ARCHIVE;
            case BOTH -> fallback ? BOTH_ELSE_ARCHIVE : BOTH;
        };
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
        return enoughWithoutCopy;
    }
}
