package dev.sheetway.workspace;

import dev.sheetway.contracts.EffectId;

/**
 * What stands on the spreadsheet for ever after an effect, written in the same batch.
 *
 * @param digest hex SHA-256 of the batch's effects
 * @param detail JSON of what was written: positions and counts, no cell value; at most 20,000 characters
 */
public record EffectRecord(EffectId effect, String digest, String detail) {}
