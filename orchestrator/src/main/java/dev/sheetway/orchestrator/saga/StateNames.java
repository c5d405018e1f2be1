package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.journal.JournalEntry;

/** The names of states as journal entries show them. */
final class StateNames {
    private StateNames() {}

    /** The state of the entry's migration in {@code after}, or what became of a request that left none behind. */
    static String of(SpreadsheetState after, JournalEntry entry) {
        var id = entry.header().migrationId();
        return after.active(id)
                .map(each -> each.state().name())
                .or(() -> after.ended(id).map(each -> each.outcome().name()))
                .orElseGet(() -> withoutMigration(entry));
    }

    private static String withoutMigration(JournalEntry entry) {
        if (entry instanceof JournalEntry.PreviewCompleted) {
            return new SagaState.Previewed().name();
        }
        if (entry instanceof JournalEntry.PreviewFailed failed) {
            return new SagaState.PreviewFailed(failed.failure().code()).name();
        }
        if (entry instanceof JournalEntry.VerificationCompleted verified) {
            return new SagaState.Verified(verified.failure().isEmpty()).name();
        }
        return "REJECTED";
    }
}
