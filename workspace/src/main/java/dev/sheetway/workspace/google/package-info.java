/**
 * The ports on Google's own clients, unmodified: calls, quota, error classes, slots. The only package that imports
 * {@code com.google}; nothing of Google's appears in a signature that other packages see.
 */
@NullMarked
package dev.sheetway.workspace.google;

import org.jspecify.annotations.NullMarked;
