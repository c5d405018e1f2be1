/** Tests of the pure core: no Kafka, no clock, no randomness that is not seeded. */
package dev.sheetway.orchestrator.saga;
