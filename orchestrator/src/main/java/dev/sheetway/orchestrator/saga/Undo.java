package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.journal.JournalEntry.Remedy;

/** Why a migration is taken back, and how. */
public record Undo(String reason, Remedy remedy) {}
