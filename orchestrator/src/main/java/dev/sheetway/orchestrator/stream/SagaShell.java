package dev.sheetway.orchestrator.stream;

import dev.sheetway.orchestrator.saga.SagaDecider;
import java.time.Duration;

/**
 * What every task of the saga shares.
 *
 * @param tickInterval how often a task looks whether something is due
 * @param resendAfter from a task's start to the moment when it sends again what is still outstanding; answers that were
 *     on their way are read before
 * @param commits when a decision is committed without waiting for others
 */
record SagaShell(
        SagaDecider decider,
        SagaCounters counters,
        Duration tickInterval,
        Duration resendAfter,
        PromptCommits commits) {

    SagaShell(SagaDecider decider, SagaCounters counters, Duration tickInterval, Duration resendAfter) {
        this(decider, counters, tickInterval, resendAfter, new PromptCommits());
    }
}
