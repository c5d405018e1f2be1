/**
 * The saga: what a spreadsheet's state is, what an input leads to and which command is outstanding, as pure functions
 * over immutable values. {@link dev.sheetway.orchestrator.saga.SagaDecider} decides, {@link
 * dev.sheetway.orchestrator.saga.SagaFold} folds, {@link dev.sheetway.orchestrator.saga.OutstandingCommands} derives;
 * whoever hosts them brings log, clock and transport. Depends on {@code java..} and the contracts alone: no logger, no
 * clock, no randomness, no JSON.
 */
@NullMarked
package dev.sheetway.orchestrator.saga;

import org.jspecify.annotations.NullMarked;
