package dev.sheetway.contracts.plan;

/** Copies a column into a hidden archive tab and deletes it, in one batch; a rollback brings it back from there. */
public record DropColumn(String name) implements Change {}
