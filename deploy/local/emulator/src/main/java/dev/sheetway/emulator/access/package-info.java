/**
 * Who calls and what that caller may do: tokens, scopes, permissions.
 */
@NullMarked
package dev.sheetway.emulator.access;

import org.jspecify.annotations.NullMarked;
