/**
 * The schema-service: opens, expands, initialises, contracts and closes migrations. {@code planner} decides, {@code
 * executor} reads, applies and answers.
 */
@NullMarked
package dev.sheetway.schema;

import org.jspecify.annotations.NullMarked;
