/** One class per command. A command reads its options, calls what does the work, and prints the result. */
@NullMarked
package dev.sheetway.cli.command;

import org.jspecify.annotations.NullMarked;
