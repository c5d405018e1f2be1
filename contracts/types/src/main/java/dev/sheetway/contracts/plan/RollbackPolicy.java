package dev.sheetway.contracts.plan;

import java.time.Duration;

/**
 * @param automatic roll back by itself when a step fails after the first effect; false: pause and ask
 * @param window from completion, in which a rollback may be requested
 */
public record RollbackPolicy(boolean automatic, Duration window) {}
