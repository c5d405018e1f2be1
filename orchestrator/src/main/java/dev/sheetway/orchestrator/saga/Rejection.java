package dev.sheetway.orchestrator.saga;

/**
 * Why a request changes nothing.
 *
 * @param code stable, for programs
 * @param message for people
 */
record Rejection(String code, String message) {}
