/**
 * The saga's shell on Kafka Streams: reads requests, intake and events, hosts the pure core over one in-memory logged
 * store, writes commands, journal and quarantine in the same transaction. No decision is taken here. May know Kafka, the
 * wire codecs and {@code saga}.
 */
@NullMarked
package dev.sheetway.orchestrator.stream;

import org.jspecify.annotations.NullMarked;
