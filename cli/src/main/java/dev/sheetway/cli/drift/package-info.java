/**
 * What people did to the columns that Sheetway knows: a comparison of the journal's last word with the live sheet. Pure:
 * depends on the contracts, the journal's views and the kinds of columns alone.
 */
@NullMarked
package dev.sheetway.cli.drift;

import org.jspecify.annotations.NullMarked;
