package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import java.time.Instant;
import java.util.List;

/**
 * Decides what an input means for a spreadsheet. A pure function: the same state, input and append time give the same
 * entries, wherever and however often they are decided.
 */
public final class SagaDecider {
    private final RequestDecisions requests;
    private final SteeringDecisions steering;
    private final AnswerDecisions answers;
    private final TimeDecisions time;

    public SagaDecider(RetryPolicy policy) {
        this(new Progression(policy));
    }

    /** @param progression decides what follows on a step; tests break it */
    SagaDecider(Progression progression) {
        this.requests = new RequestDecisions(progression);
        this.steering = new SteeringDecisions(progression);
        this.answers = new AnswerDecisions(progression);
        this.time = new TimeDecisions(progression);
    }

    /**
     * The entries that follow from {@code input}; folding them with {@link SagaFold#evolve} gives the next state.
     *
     * @param appendTime log-append time of the input's record; a time before the newest entry counts as that entry's
     * @return empty when the input changes nothing: a copy, a late answer, a tick before anything is due
     */
    public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime) {
        Decision decision = new Decision(state, input, appendTime);
        switch (input) {
            case Input.Requested requested -> request(decision, requested);
            case Input.Invalid invalid -> requests.invalid(decision, invalid);
            case Input.Answered answered -> answers.decide(decision, answered.event());
            case Input.Ticked ticked -> time.decide(decision);
        }
        return decision.entries();
    }

    private void request(Decision decision, Input.Requested requested) {
        if (requests.isKnown(decision, requested.request()) || requests.isTooOld(decision, requested)) {
            return;
        }
        switch (requested.request()) {
            case Request.Migrate migrate -> requests.migrate(decision, migrate);
            case Request.Preview preview -> requests.preview(decision, preview);
            case Request.Verify verify -> requests.verify(decision, verify);
            case Request.Baseline baseline -> requests.baseline(decision, baseline);
            case Request.Steer steer -> steering.decide(decision, steer);
        }
    }
}
