/**
 * What could not be read: listed, shown byte by byte, and put back to where it came from. The one place of the command
 * line where raw bytes are shown. May know Kafka, the wire codecs and {@code bus}.
 */
@NullMarked
package dev.sheetway.cli.quarantine;

import org.jspecify.annotations.NullMarked;
