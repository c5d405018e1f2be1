/** Whole migrations in a private stack: what {@code demo} and {@code rehearse} are made of. */
@NullMarked
package dev.sheetway.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
