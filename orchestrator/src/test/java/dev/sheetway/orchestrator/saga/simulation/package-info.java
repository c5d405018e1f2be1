/**
 * A deterministic simulation: the real core, a modelled log, a modelled Google with slots, and everything that can go
 * wrong between them, drawn from a seed.
 */
package dev.sheetway.orchestrator.saga.simulation;
