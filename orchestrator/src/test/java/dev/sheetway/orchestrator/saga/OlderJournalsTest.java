package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.fixtures.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What earlier releases decided, and today's would not: a store is rebuilt from that, too. */
class OlderJournalsTest {
    private final Story story = new Story();

    private static SpreadsheetState fold(SpreadsheetState state, List<JournalEntry> entries) {
        SpreadsheetState now = state;
        for (JournalEntry entry : entries) {
            now = SagaFold.evolve(now, entry);
        }
        return now;
    }

    /** What is said of the request when it is new, two days and more later. */
    private static List<JournalEntry> acceptedAgain(String requestId) {
        return new Story()
                .after(Duration.ofHours(50))
                .migrate(requestId)
                .toTheEnd()
                .journal();
    }

    @Test
    void aRefusedRequestRanAgainOnceItWasForgotten() {
        story.migrate("r").fail(FailureClass.FAILED, "drifted");
        assertThat(story.stateOf("r")).isEqualTo("REFUSED");

        SpreadsheetState state = fold(story.state(), acceptedAgain("r"));

        assertThat(state.ended())
                .extracting(
                        MigrationSummary::migrationId, each -> each.outcome().name())
                .containsExactly(tuple(Story.id("r"), "COMPLETED"));
    }

    @Test
    void noReleaseEverRanTwiceWhatHadWritten() {
        story.migrate("r").toTheEnd();

        assertThatThrownBy(() -> fold(story.state(), acceptedAgain("r"))).isInstanceOf(ImpossibleEntry.class);
    }

    /** The first builds told their own verifications by who asked. */
    @Test
    void aScheduledVerificationThatWasUnderWaySaidNotWhyItBegan() {
        story.migrate("r").toTheEnd().after(Duration.ofHours(6));
        List<JournalEntry> begun =
                new SagaDecider(RetryPolicy.DEFAULT).decide(story.state(), new Input.Ticked(0), story.now());
        begun.stream().map(OlderJournalsTest::withoutOccasion).forEach(story::wasJournalled);

        story.answer(Answers.failedCheck(story.outstanding(), FailureClass.FAILED, "initial_values", "wrong-value"));

        JournalEntry.VerificationCompleted verified = story.last(JournalEntry.VerificationCompleted.class);
        assertThat(verified.header().state()).isEqualTo("VERIFIED");
        assertThat(verified.ordinaryUse()).isPresent();
    }

    private static JournalEntry withoutOccasion(JournalEntry entry) {
        return entry instanceof JournalEntry.MigrationAccepted accepted
                ? new JournalEntry.MigrationAccepted(
                        accepted.header(),
                        accepted.requestId(),
                        accepted.requestedBy(),
                        accepted.kind(),
                        accepted.requireApproval(),
                        accepted.plan(),
                        accepted.verifies(),
                        accepted.waiver(),
                        Optional.empty(),
                        accepted.traceId())
                : entry;
    }
}
