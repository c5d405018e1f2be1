/**
 * What integration tests share: a real Kafka broker with the catalogue's topics, in a container where an engine answers
 * and in a child JVM elsewhere, and plain clients to publish and read with. For tests alone; may know Kafka's clients,
 * the local broker and the emulator.
 */
@NullMarked
package dev.sheetway.testkit;

import org.jspecify.annotations.NullMarked;
