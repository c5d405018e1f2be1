/** Digests of cells as entered, and where two tables differ. Pure: knows the ports' types, the JDK and a diff library. */
@NullMarked
package dev.sheetway.workspace.fingerprint;

import org.jspecify.annotations.NullMarked;
