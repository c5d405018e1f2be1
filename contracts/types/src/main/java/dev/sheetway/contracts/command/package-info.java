/**
 * What the orchestrator tells a participant to do: one record per command, each with all that the participant needs.
 */
@NullMarked
package dev.sheetway.contracts.command;

import org.jspecify.annotations.NullMarked;
