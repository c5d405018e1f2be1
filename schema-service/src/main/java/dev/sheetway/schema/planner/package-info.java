/**
 * What each command does to a sheet: a snapshot in, a batch of effects or a refusal out. Pure: depends on contracts, the
 * workspace's ports, {@code mark} and {@code java..} alone; no input, output, clock or logger.
 */
@NullMarked
package dev.sheetway.schema.planner;

import org.jspecify.annotations.NullMarked;
