/**
 * The thin shell around the planner: reads a snapshot, applies the planned batch, answers. The only package here that
 * talks to Google (through the workspace's ports) and to the participant.
 */
@NullMarked
package dev.sheetway.schema.executor;

import org.jspecify.annotations.NullMarked;
