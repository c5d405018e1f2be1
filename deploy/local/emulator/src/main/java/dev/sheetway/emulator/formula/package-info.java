/**
 * Formula text: tokens, references and how they move. Nothing here evaluates a formula. Pure.
 */
@NullMarked
package dev.sheetway.emulator.formula;

import org.jspecify.annotations.NullMarked;
