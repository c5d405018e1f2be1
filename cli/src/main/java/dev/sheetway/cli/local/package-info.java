/** What the command line knows of this machine: the repository, the one-machine stack, the emulator's admin endpoint. */
@NullMarked
package dev.sheetway.cli.local;

import org.jspecify.annotations.NullMarked;
