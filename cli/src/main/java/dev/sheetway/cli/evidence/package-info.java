/** The five truths of a migration and the journal entries that prove them. Pure. */
@NullMarked
package dev.sheetway.cli.evidence;

import org.jspecify.annotations.NullMarked;
