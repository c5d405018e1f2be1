/**
 * What people and programs ask for on {@code sheetway.requests}.
 */
@NullMarked
package dev.sheetway.contracts.request;

import org.jspecify.annotations.NullMarked;
