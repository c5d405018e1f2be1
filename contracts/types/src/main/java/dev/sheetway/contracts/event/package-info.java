/**
 * How a participant answers a command, and the results that completed steps carry.
 */
@NullMarked
package dev.sheetway.contracts.event;

import org.jspecify.annotations.NullMarked;
