/**
 * The one-machine stack: starts, watches and stops its six processes. They outlive the launcher; what it knows of them
 * stands in the data directory ({@code run/NAME.json}), so any later launcher can go on. Knows the processes by their
 * command lines and health endpoints alone, none of their classes.
 */
@NullMarked
package dev.sheetway.launcher;

import org.jspecify.annotations.NullMarked;
