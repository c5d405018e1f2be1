/** Kafka as the command line uses it: publish one request, read the journal. */
@NullMarked
package dev.sheetway.cli.bus;

import org.jspecify.annotations.NullMarked;
