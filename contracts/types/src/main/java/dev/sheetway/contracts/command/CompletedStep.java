package dev.sheetway.contracts.command;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import java.time.Instant;

/** A step that ended well, for the audit trail. */
public record CompletedStep(Step step, Direction direction, Instant at, String summary) {}
