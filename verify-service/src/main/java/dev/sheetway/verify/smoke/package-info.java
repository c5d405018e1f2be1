/**
 * Smoke suites: named CEL assertions over the header or over every real row. Depends on the contracts, the workspace's
 * cell types, the CEL library and {@code java..}; reads nothing by itself.
 *
 * <p>What an expression sees of a row: {@code row} maps a header (normalised or as it stands) to a value, {@code null}
 * for a blank cell. A number is an {@code int} when it is whole and a {@code double} otherwise, dates are serial day
 * numbers; comparing and ordering work across both ({@code row.version == 0}, {@code row.diam > 1}), arithmetic needs
 * {@code double(row.diam) * 2.0}. A cell that holds a formula or an error has no value here: an assertion that uses it
 * fails rather than compare the formula's text.
 */
@NullMarked
package dev.sheetway.verify.smoke;

import org.jspecify.annotations.NullMarked;
