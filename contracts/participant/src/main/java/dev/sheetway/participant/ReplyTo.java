package dev.sheetway.participant;

import dev.sheetway.contracts.TraceId;
import java.util.Optional;

/**
 * Where the answers to a command go.
 *
 * @param partition of the command
 * @param trace that the command belongs to; empty when it does not say
 */
record ReplyTo(int partition, Optional<TraceId> trace) {}
