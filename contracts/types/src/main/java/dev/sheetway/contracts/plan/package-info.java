/**
 * A migration plan: what a schema change is, independent of any file format. Depends on {@code java..} and the identities alone.
 */
@NullMarked
package dev.sheetway.contracts.plan;

import org.jspecify.annotations.NullMarked;
