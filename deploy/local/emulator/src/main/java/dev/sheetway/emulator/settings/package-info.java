/**
 * What can be switched in the emulator: limits, quotas, and one switch for each question about Google that only a real
 * account can answer. Depends on Jackson alone.
 */
@NullMarked
package dev.sheetway.emulator.settings;

import org.jspecify.annotations.NullMarked;
