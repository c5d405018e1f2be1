package dev.sheetway.cli.journal;

import dev.sheetway.cli.Exit;
import java.util.Locale;

/** What has become of a migration so far. */
public enum Outcome {
    RUNNING(Exit.DONE),
    APPROVAL_AWAITED(Exit.PERSON_NEEDED),
    PAUSED(Exit.PERSON_NEEDED),
    COMPLETED(Exit.DONE),
    /** The sheet had the target schema already. */
    NOTHING_TO_DO(Exit.DONE),
    ROLLING_BACK(Exit.FAILED),
    ROLLED_BACK(Exit.FAILED),
    ROLLBACK_STUCK(Exit.PERSON_NEEDED),
    REJECTED(Exit.REFUSED),
    /** Rejected because the request or its plan cannot be used. */
    INVALID(Exit.USAGE),
    PREVIEWED(Exit.DONE),
    PREVIEW_FAILED(Exit.FAILED),
    VERIFIED(Exit.DONE),
    VERIFICATION_FAILED(Exit.FAILED),
    BASELINED(Exit.DONE),
    /** The whole spreadsheet is as its backup was. */
    RESTORED(Exit.FAILED);

    private final Exit exit;

    Outcome(Exit exit) {
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }

    /** The name for people and programs, such as {@code rolled-back}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing follows without a person's request. */
    public boolean isRest() {
        return switch (this) {
            case RUNNING, ROLLING_BACK, APPROVAL_AWAITED -> false;
            case PAUSED, COMPLETED, NOTHING_TO_DO, ROLLED_BACK, ROLLBACK_STUCK, REJECTED, INVALID -> true;
            case PREVIEWED, PREVIEW_FAILED, VERIFIED, VERIFICATION_FAILED, BASELINED, RESTORED -> true;
        };
    }
}
