/** What the commands print: results as text or JSON, progress as it happens. */
@NullMarked
package dev.sheetway.cli.output;

import org.jspecify.annotations.NullMarked;
