package dev.sheetway.orchestrator.saga;

/** A leg that was commanded at least once. */
public record CommandedLeg(Leg leg, int epoch, int lastAttempt) {}
