/**
 * The saga in a modelled world: Kafka, Google, the services and the users, with every fault, under one scheduler. The
 * same world is run at random (a schedule is a pure function of its seed) and explored completely in a small scope.
 */
@org.jspecify.annotations.NullMarked
package dev.sheetway.orchestrator.saga.simulation;
