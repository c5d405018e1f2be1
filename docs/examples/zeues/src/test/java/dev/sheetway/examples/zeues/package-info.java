/** What the case study's programs must be able to rely on, and the migration's scenarios on a whole stack. */
@NullMarked
package dev.sheetway.examples.zeues;

import org.jspecify.annotations.NullMarked;
