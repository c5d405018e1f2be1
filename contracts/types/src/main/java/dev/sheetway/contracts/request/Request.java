package dev.sheetway.contracts.request;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.Optional;

/** What somebody asked for, as published on {@code sheetway.requests}. */
public sealed interface Request {

    /** The CloudEvents id: the idempotency key. */
    String requestId();

    SpreadsheetId spreadsheetId();

    /** Who asks, as they say. */
    String requestedBy();

    /** Run the plan live. */
    record Migrate(
            String requestId,
            SpreadsheetId spreadsheetId,
            String requestedBy,
            boolean requireApproval,
            MigrationPlan plan,
            String planChecksum,
            Optional<Waiver> waiver)
            implements Request {

        /** With every safeguard. */
        public Migrate(
                String requestId,
                SpreadsheetId spreadsheetId,
                String requestedBy,
                boolean requireApproval,
                MigrationPlan plan,
                String planChecksum) {
            this(requestId, spreadsheetId, requestedBy, requireApproval, plan, planChecksum, Optional.empty());
        }

        public Migrate waiving(Optional<Waiver> safeguard) {
            return new Migrate(requestId, spreadsheetId, requestedBy, requireApproval, plan, planChecksum, safeguard);
        }
    }

    /** Read everything, write nothing. */
    record Preview(
            String requestId, SpreadsheetId spreadsheetId, String requestedBy, MigrationPlan plan, String planChecksum)
            implements Request {}

    /** Run the checks alone against the completed migration that the plan came from. */
    record Verify(
            String requestId, SpreadsheetId spreadsheetId, String requestedBy, MigrationPlan plan, String planChecksum)
            implements Request {}

    /**
     * Adopt a sheet as it is.
     *
     * @param plan without changes, from {@link MigrationPlan#UNVERSIONED} to the version that the sheet has
     */
    record Baseline(
            String requestId,
            SpreadsheetId spreadsheetId,
            String requestedBy,
            MigrationPlan plan,
            String planChecksum,
            Optional<Waiver> waiver)
            implements Request {

        /** With every safeguard. */
        public Baseline(
                String requestId,
                SpreadsheetId spreadsheetId,
                String requestedBy,
                MigrationPlan plan,
                String planChecksum) {
            this(requestId, spreadsheetId, requestedBy, plan, planChecksum, Optional.empty());
        }

        public Baseline waiving(Optional<Waiver> safeguard) {
            return new Baseline(requestId, spreadsheetId, requestedBy, plan, planChecksum, safeguard);
        }
    }

    /** Steer a migration that exists. */
    record Steer(
            String requestId,
            SpreadsheetId spreadsheetId,
            String requestedBy,
            Steering steering,
            MigrationId migrationId,
            String reason)
            implements Request {}

    enum Steering {
        APPROVE,
        PAUSE,
        RESUME,
        CANCEL,
        ROLLBACK,
        /** The whole spreadsheet from the backup. */
        RESTORE
    }
}
