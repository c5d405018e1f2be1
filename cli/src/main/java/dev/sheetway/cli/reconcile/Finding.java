package dev.sheetway.cli.reconcile;

import java.util.Optional;

/**
 * One thing about a spreadsheet.
 *
 * @param migration empty: about the spreadsheet as a whole
 * @param agrees whether log and sheet say the same
 * @param what what stands where
 * @param next what it means, and what to do; empty when nothing is to be done
 */
public record Finding(Optional<String> migration, boolean agrees, String what, String next) {}
