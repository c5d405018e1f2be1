/**
 * The step executors: read the live tab (structure and cells in one call where it is small enough), read the backup only
 * for columns in doubt, let the pure checks judge, answer. Never writes; the credential could not either.
 */
@NullMarked
package dev.sheetway.verify.executor;

import org.jspecify.annotations.NullMarked;
