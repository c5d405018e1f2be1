/**
 * How the case study's programs read the sheet, before and after the migration: spools, who holds them, and what
 * happened to them. Knows no Google and no Kafka; rows come as the Sheets API gives them.
 */
@NullMarked
package dev.sheetway.examples.zeues;

import org.jspecify.annotations.NullMarked;
