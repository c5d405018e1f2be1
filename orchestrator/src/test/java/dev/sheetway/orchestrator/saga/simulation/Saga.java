package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.RetryPolicy;
import dev.sheetway.orchestrator.saga.SagaDecider;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Instant;
import java.util.List;

/** The core as its host calls it; a mutant is a small decorator of it. */
public class Saga {
    private final SagaDecider decider;

    public Saga() {
        this(new SagaDecider(RetryPolicy.DEFAULT));
    }

    public Saga(SagaDecider decider) {
        this.decider = decider;
    }

    /** @param hostClock of the deciding process: nothing may depend on it */
    public List<JournalEntry> decide(SpreadsheetState state, Input input, Instant appendTime, Instant hostClock) {
        return decider.decide(state, input, appendTime);
    }

    public List<Command> outstanding(SpreadsheetState state) {
        return OutstandingCommands.of(state);
    }

    /** What a state is after it was in the store between two lives of the process. */
    public SpreadsheetState stored(SpreadsheetState state) {
        return state;
    }

    /** Under which key a record travels, and so which state it meets. */
    public String key(Input input) {
        return "spreadsheet";
    }
}
