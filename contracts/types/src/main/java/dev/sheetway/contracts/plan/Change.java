package dev.sheetway.contracts.plan;

/** One change of the schema, with its forward effect, its inverse and its lint. */
public sealed interface Change permits AddColumn {}
