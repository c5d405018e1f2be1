package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import java.util.Optional;

/** What a participant's answer leads to; only an answer to the outstanding command leads to anything. */
final class AnswerDecisions {
    private final Progression progression;
    private final Failures failures;
    private final RetentionDecisions retention;

    AnswerDecisions(Progression progression) {
        this.progression = progression;
        this.failures = new Failures(progression);
        this.retention = new RetentionDecisions(progression);
    }

    void decide(Decision decision, StepEvent event) {
        if (event.header().step() == Step.REMOVE_BACKUP) {
            retention.answered(decision, event);
            return;
        }
        decision.state()
                .active(event.header().migrationId())
                .filter(each -> isAwaited(decision.state(), each, event.header()))
                .ifPresent(migration -> answer(decision, migration, event));
    }

    /** The whole header is compared: an event that names the command but another step answers nothing. */
    private static boolean isAwaited(SpreadsheetState state, Migration migration, EventHeader header) {
        return migration
                .outstanding()
                .map(each -> EventHeader.answering(OutstandingCommands.header(state.spreadsheetId(), migration, each)))
                .filter(header::equals)
                .isPresent();
    }

    private void answer(Decision decision, Migration migration, StepEvent event) {
        switch (event) {
            case StepEvent.StepStarted started -> {}
            case StepEvent.StepProgressed progressed -> progressed(decision, migration, progressed);
            case StepEvent.StepCompleted completed -> completed(decision, migration, completed);
            case StepEvent.StepFailed failed ->
                failures.failed(decision, migration, failed.failure(), failed.evidence(), failed.calls());
        }
    }

    private static void progressed(Decision decision, Migration migration, StepEvent.StepProgressed event) {
        Outstanding outstanding = migration.outstanding().orElseThrow();
        decision.add(
                migration,
                outstanding.leg(),
                outstanding.attempt(),
                header -> new JournalEntry.StepProgressed(
                        header, outstanding.commandId(), event.activity(), event.done(), event.total(), event.unit()));
    }

    private void completed(Decision decision, Migration migration, StepEvent.StepCompleted event) {
        StepResult result = event.result();
        Outstanding outstanding = migration.outstanding().orElseThrow();
        Optional<Failure> contradiction = Results.contradiction(outstanding.command(), result);
        if (contradiction.isPresent()) {
            failures.failed(decision, migration, contradiction.get(), Optional.of(result), event.calls());
        } else if (migration.isReader() && !migration.isPreview()) {
            ProbationDecisions.end(
                    decision,
                    migration,
                    outstanding.leg(),
                    outstanding.attempt(),
                    Optional.of(result),
                    Optional.empty());
        } else if (result instanceof StepResult.Previewed) {
            decision.add(
                    migration,
                    outstanding.leg(),
                    outstanding.attempt(),
                    header -> new JournalEntry.PreviewCompleted(header, result, event.calls()));
        } else {
            decision.add(
                    migration,
                    outstanding.leg(),
                    outstanding.attempt(),
                    header -> new JournalEntry.StepCompleted(
                            header, outstanding.commandId(), result.summary(), result, event.calls()));
            progression.advance(decision, migration.id());
        }
    }
}
