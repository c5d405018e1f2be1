/**
 * Faults that the admin endpoint switches on, and the quotas.
 */
@NullMarked
package dev.sheetway.emulator.faults;

import org.jspecify.annotations.NullMarked;
