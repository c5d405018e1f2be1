/**
 * Results of the seven checks and of smoke suites. Differences are located by row and column and never carry a cell value.
 */
@NullMarked
package dev.sheetway.contracts.check;

import org.jspecify.annotations.NullMarked;
